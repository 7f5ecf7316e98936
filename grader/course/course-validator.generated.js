// Made by "npm run generate" from grader/model/course.schema.ts; do not edit.
// Compiled ahead because ajv needs as long to load and compile as a lab to be read and checked.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"A course of Gradus","type":"object","properties":{"title":{"type":"object","description":"The same in each language of the course.","properties":{"en":{"type":"string","pattern":"\\S"},"es":{"type":"string","pattern":"\\S"}},"required":["en","es"],"additionalProperties":false},"organization":{"type":"string","pattern":"^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$","description":"Account or organisation on GitHub that owns the repositories."},"language":{"enum":["en","es"],"description":"Language of handouts and reports."},"time-zone":{"type":"string","pattern":"\\S","description":"Time zone of all times here, by area and city, such as Europe/Madrid."},"repository":{"type":"string","pattern":"^([A-Za-z0-9._-]|\\{(lab|login|id|team)\\})+$","default":"{lab}-{login}","description":"Name of a student's repository of a lab, from {lab}, {login}, {id} and {team}; roster.csv may say another."},"runs-on":{"type":"array","description":"Labels of the machine that grades.","items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"},"default":["ubuntu-latest"],"minItems":1,"uniqueItems":true},"grace-minutes":{"type":"integer","minimum":0,"default":0,"description":"Minutes after the due time in which a push still counts as on time."},"counts":{"enum":["last-on-time","best","last-with-penalty"],"default":"last-on-time","description":"Which submission counts: the last one on time; the one with the most points after its penalty; or the last one, late or not, with its penalty."},"late":{"type":"object","description":"What a late submission loses; without it, what is late does not count.","properties":{"percent-per-day":{"type":"number","minimum":0,"maximum":100,"description":"Percent of its points that it loses for each day that has begun."},"days":{"type":"integer","minimum":1,"description":"Days after which nothing is accepted."}},"required":["percent-per-day","days"],"additionalProperties":false},"labs":{"type":"object","description":"By id, which is the name of a folder in labs/.","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"type":"object","description":"A lab as this course gives it out.","properties":{"opens":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?$","description":"When students get it; extensions in percent count from here."},"due":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?$","description":"Date and time of day in the time zone of the course, such as 2026-10-05 23:59."},"grace-minutes":{"type":"integer","minimum":0,"default":0,"description":"Minutes after the due time in which a push still counts as on time."},"counts":{"enum":["last-on-time","best","last-with-penalty"],"default":"last-on-time","description":"Which submission counts: the last one on time; the one with the most points after its penalty; or the last one, late or not, with its penalty."},"late":{"type":"object","description":"What a late submission loses; without it, what is late does not count.","properties":{"percent-per-day":{"type":"number","minimum":0,"maximum":100,"description":"Percent of its points that it loses for each day that has begun."},"days":{"type":"integer","minimum":1,"description":"Days after which nothing is accepted."}},"required":["percent-per-day","days"],"additionalProperties":false}},"required":["due"],"additionalProperties":false},"minProperties":1},"extensions":{"type":"array","description":"More time for some.","items":{"type":"object","description":"More time for a student or a team: until a date, or some hours, or percent.","properties":{"student":{"type":"string","pattern":"\\S","description":"Id of a student in roster.csv."},"team":{"type":"string","pattern":"\\S","description":"A team of roster.csv."},"lab":{"type":"string","pattern":"\\S","description":"A lab of this course; without it, all of them."},"until":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?$","description":"Date and time of day in the time zone of the course, such as 2026-10-05 23:59."},"hours":{"type":"number","exclusiveMinimum":0,"description":"Hours after the due time."},"percent":{"type":"number","exclusiveMinimum":0,"description":"Percent of the time between the opening of the lab and its due time."}},"additionalProperties":false}}},"required":["title","organization","language","time-zone","labs"],"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");
const pattern2 = new RegExp("^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$", "u");
const pattern4 = new RegExp("^([A-Za-z0-9._-]|\\{(lab|login|id|team)\\})+$", "u");
const pattern5 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
const pattern6 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
const pattern7 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.title === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.organization === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "organization"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.language === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "language"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data["time-zone"] === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "time-zone"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.labs === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "labs"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.title !== undefined){
let data0 = data.title;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.en === undefined){
const err6 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/required",keyword:"required",params:{missingProperty: "en"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0.es === undefined){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/required",keyword:"required",params:{missingProperty: "es"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data0){
if(!((key1 === "en") || (key1 === "es"))){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.en !== undefined){
let data1 = data0.en;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err9 = {instancePath:instancePath+"/title/en",schemaPath:"#/properties/title/properties/en/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/title/en",schemaPath:"#/properties/title/properties/en/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data0.es !== undefined){
let data2 = data0.es;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err11 = {instancePath:instancePath+"/title/es",schemaPath:"#/properties/title/properties/es/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/title/es",schemaPath:"#/properties/title/properties/es/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.organization !== undefined){
let data3 = data.organization;
if(typeof data3 === "string"){
if(!pattern2.test(data3)){
const err14 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.language !== undefined){
let data4 = data.language;
if(!((data4 === "en") || (data4 === "es"))){
const err16 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/enum",keyword:"enum",params:{allowedValues: schema11.properties.language.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data["time-zone"] !== undefined){
let data5 = data["time-zone"];
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err17 = {instancePath:instancePath+"/time-zone",schemaPath:"#/properties/time-zone/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/time-zone",schemaPath:"#/properties/time-zone/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.repository !== undefined){
let data6 = data.repository;
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
const err19 = {instancePath:instancePath+"/repository",schemaPath:"#/properties/repository/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9._-]|\\{(lab|login|id|team)\\})+$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/repository",schemaPath:"#/properties/repository/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data["runs-on"] !== undefined){
let data7 = data["runs-on"];
if(Array.isArray(data7)){
if(data7.length < 1){
const err21 = {instancePath:instancePath+"/runs-on",schemaPath:"#/properties/runs-on/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(!pattern5.test(data8)){
const err22 = {instancePath:instancePath+"/runs-on/" + i0,schemaPath:"#/properties/runs-on/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/runs-on/" + i0,schemaPath:"#/properties/runs-on/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err24 = {instancePath:instancePath+"/runs-on",schemaPath:"#/properties/runs-on/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err25 = {instancePath:instancePath+"/runs-on",schemaPath:"#/properties/runs-on/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data["grace-minutes"] !== undefined){
let data9 = data["grace-minutes"];
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err26 = {instancePath:instancePath+"/grace-minutes",schemaPath:"#/properties/grace-minutes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err27 = {instancePath:instancePath+"/grace-minutes",schemaPath:"#/properties/grace-minutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.counts !== undefined){
let data10 = data.counts;
if(!(((data10 === "last-on-time") || (data10 === "best")) || (data10 === "last-with-penalty"))){
const err28 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/enum",keyword:"enum",params:{allowedValues: schema11.properties.counts.enum}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.late !== undefined){
let data11 = data.late;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11["percent-per-day"] === undefined){
const err29 = {instancePath:instancePath+"/late",schemaPath:"#/properties/late/required",keyword:"required",params:{missingProperty: "percent-per-day"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data11.days === undefined){
const err30 = {instancePath:instancePath+"/late",schemaPath:"#/properties/late/required",keyword:"required",params:{missingProperty: "days"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key2 in data11){
if(!((key2 === "percent-per-day") || (key2 === "days"))){
const err31 = {instancePath:instancePath+"/late",schemaPath:"#/properties/late/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11["percent-per-day"] !== undefined){
let data12 = data11["percent-per-day"];
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 100 || isNaN(data12)){
const err32 = {instancePath:instancePath+"/late/percent-per-day",schemaPath:"#/properties/late/properties/percent-per-day/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err33 = {instancePath:instancePath+"/late/percent-per-day",schemaPath:"#/properties/late/properties/percent-per-day/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/late/percent-per-day",schemaPath:"#/properties/late/properties/percent-per-day/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data11.days !== undefined){
let data13 = data11.days;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err35 = {instancePath:instancePath+"/late/days",schemaPath:"#/properties/late/properties/days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err36 = {instancePath:instancePath+"/late/days",schemaPath:"#/properties/late/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/late",schemaPath:"#/properties/late/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.labs !== undefined){
let data14 = data.labs;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length < 1){
const err38 = {instancePath:instancePath+"/labs",schemaPath:"#/properties/labs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key3 in data14){
const _errs32 = errors;
if(typeof key3 === "string"){
if(!pattern6.test(key3)){
const err39 = {instancePath:instancePath+"/labs",schemaPath:"#/properties/labs/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},propertyName:key3};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
var valid6 = _errs32 === errors;
if(!valid6){
const err40 = {instancePath:instancePath+"/labs",schemaPath:"#/properties/labs/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
for(const key4 in data14){
let data15 = data14[key4];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.due === undefined){
const err41 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labs/additionalProperties/required",keyword:"required",params:{missingProperty: "due"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key5 in data15){
if(!(((((key5 === "opens") || (key5 === "due")) || (key5 === "grace-minutes")) || (key5 === "counts")) || (key5 === "late"))){
const err42 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labs/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data15.opens !== undefined){
let data16 = data15.opens;
if(typeof data16 === "string"){
if(!pattern7.test(data16)){
const err43 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/opens",schemaPath:"#/properties/labs/additionalProperties/properties/opens/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?$"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/opens",schemaPath:"#/properties/labs/additionalProperties/properties/opens/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data15.due !== undefined){
let data17 = data15.due;
if(typeof data17 === "string"){
if(!pattern7.test(data17)){
const err45 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/due",schemaPath:"#/properties/labs/additionalProperties/properties/due/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?$"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/due",schemaPath:"#/properties/labs/additionalProperties/properties/due/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data15["grace-minutes"] !== undefined){
let data18 = data15["grace-minutes"];
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err47 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/grace-minutes",schemaPath:"#/properties/labs/additionalProperties/properties/grace-minutes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err48 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/grace-minutes",schemaPath:"#/properties/labs/additionalProperties/properties/grace-minutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data15.counts !== undefined){
let data19 = data15.counts;
if(!(((data19 === "last-on-time") || (data19 === "best")) || (data19 === "last-with-penalty"))){
const err49 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/counts",schemaPath:"#/properties/labs/additionalProperties/properties/counts/enum",keyword:"enum",params:{allowedValues: schema11.properties.labs.additionalProperties.properties.counts.enum}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data15.late !== undefined){
let data20 = data15.late;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20["percent-per-day"] === undefined){
const err50 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late",schemaPath:"#/properties/labs/additionalProperties/properties/late/required",keyword:"required",params:{missingProperty: "percent-per-day"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data20.days === undefined){
const err51 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late",schemaPath:"#/properties/labs/additionalProperties/properties/late/required",keyword:"required",params:{missingProperty: "days"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key6 in data20){
if(!((key6 === "percent-per-day") || (key6 === "days"))){
const err52 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late",schemaPath:"#/properties/labs/additionalProperties/properties/late/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data20["percent-per-day"] !== undefined){
let data21 = data20["percent-per-day"];
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 100 || isNaN(data21)){
const err53 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late/percent-per-day",schemaPath:"#/properties/labs/additionalProperties/properties/late/properties/percent-per-day/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err54 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late/percent-per-day",schemaPath:"#/properties/labs/additionalProperties/properties/late/properties/percent-per-day/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late/percent-per-day",schemaPath:"#/properties/labs/additionalProperties/properties/late/properties/percent-per-day/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data20.days !== undefined){
let data22 = data20.days;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err56 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late/days",schemaPath:"#/properties/labs/additionalProperties/properties/late/properties/days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err57 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late/days",schemaPath:"#/properties/labs/additionalProperties/properties/late/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
}
else {
const err58 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/late",schemaPath:"#/properties/labs/additionalProperties/properties/late/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/labs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labs/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/labs",schemaPath:"#/properties/labs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.extensions !== undefined){
let data23 = data.extensions;
if(Array.isArray(data23)){
const len1 = data23.length;
for(let i2=0; i2<len1; i2++){
let data24 = data23[i2];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key7 in data24){
if(!((((((key7 === "student") || (key7 === "team")) || (key7 === "lab")) || (key7 === "until")) || (key7 === "hours")) || (key7 === "percent"))){
const err61 = {instancePath:instancePath+"/extensions/" + i2,schemaPath:"#/properties/extensions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data24.student !== undefined){
let data25 = data24.student;
if(typeof data25 === "string"){
if(!pattern0.test(data25)){
const err62 = {instancePath:instancePath+"/extensions/" + i2+"/student",schemaPath:"#/properties/extensions/items/properties/student/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/extensions/" + i2+"/student",schemaPath:"#/properties/extensions/items/properties/student/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data24.team !== undefined){
let data26 = data24.team;
if(typeof data26 === "string"){
if(!pattern0.test(data26)){
const err64 = {instancePath:instancePath+"/extensions/" + i2+"/team",schemaPath:"#/properties/extensions/items/properties/team/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/extensions/" + i2+"/team",schemaPath:"#/properties/extensions/items/properties/team/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data24.lab !== undefined){
let data27 = data24.lab;
if(typeof data27 === "string"){
if(!pattern0.test(data27)){
const err66 = {instancePath:instancePath+"/extensions/" + i2+"/lab",schemaPath:"#/properties/extensions/items/properties/lab/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/extensions/" + i2+"/lab",schemaPath:"#/properties/extensions/items/properties/lab/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data24.until !== undefined){
let data28 = data24.until;
if(typeof data28 === "string"){
if(!pattern7.test(data28)){
const err68 = {instancePath:instancePath+"/extensions/" + i2+"/until",schemaPath:"#/properties/extensions/items/properties/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?$"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/extensions/" + i2+"/until",schemaPath:"#/properties/extensions/items/properties/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data24.hours !== undefined){
let data29 = data24.hours;
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 <= 0 || isNaN(data29)){
const err70 = {instancePath:instancePath+"/extensions/" + i2+"/hours",schemaPath:"#/properties/extensions/items/properties/hours/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/extensions/" + i2+"/hours",schemaPath:"#/properties/extensions/items/properties/hours/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data24.percent !== undefined){
let data30 = data24.percent;
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 <= 0 || isNaN(data30)){
const err72 = {instancePath:instancePath+"/extensions/" + i2+"/percent",schemaPath:"#/properties/extensions/items/properties/percent/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/extensions/" + i2+"/percent",schemaPath:"#/properties/extensions/items/properties/percent/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/extensions/" + i2,schemaPath:"#/properties/extensions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/extensions",schemaPath:"#/properties/extensions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
