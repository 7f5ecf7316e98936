// Made by "npm run generate" from grader/model/lab.schema.ts; do not edit.
// Compiled ahead because ajv needs as long to load and compile as a lab to be read and checked.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"A lab of Gradus","type":"object","properties":{"version":{"type":"integer","minimum":1,"default":1,"description":"Raise it to change the hidden cases: it is part of every hidden seed."},"title":{"type":"object","description":"The same sentence in each language of the course.","properties":{"en":{"type":"string","pattern":"\\S"},"es":{"type":"string","pattern":"\\S"}},"required":["en","es"],"additionalProperties":false},"limits":{"type":"object","description":"Bounds on one submission.","properties":{"boot-seconds":{"type":"number","exclusiveMinimum":0,"default":10},"call-seconds":{"type":"number","exclusiveMinimum":0,"default":5},"total-seconds":{"type":"number","exclusiveMinimum":0,"default":120},"memory-mb":{"type":"number","exclusiveMinimum":0,"default":2048},"reply-mb":{"type":"number","exclusiveMinimum":0,"default":16},"calls":{"type":"integer","minimum":1,"default":10000},"starts-per-task":{"type":"integer","minimum":1,"default":3}},"additionalProperties":false},"prefer":{"type":"array","description":"Backends in the order in which the lab does best on them; others come after.","items":{"type":"string","enum":["tensorflow","wasm","cpu","webgpu"]},"minItems":1,"uniqueItems":true},"data":{"type":"array","description":"Data sets that the lab can be graded on, the usual one first: digits comes with Gradus, another is a folder of that name in GRADUS_DATA.","items":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"minItems":1,"uniqueItems":true},"backbones":{"type":"object","description":"The pretrained network that specs get from `backbone()`, by data set.","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"description":"The pretrained network on a data set: the name of a known one, or one of your own.","anyOf":[{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},{"type":"object","properties":{"name":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","description":"What reports call it."},"from":{"type":"string","pattern":"\\S","description":"Its model.json, of layers or a graph: a URL, a path from the course root, or one in GRADUS_DATA."},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$","description":"Of model.json and its shards, one after the other in the order it names."},"features":{"type":"string","pattern":"\\S","description":"The layer or node whose output [n, d] are features."},"range":{"type":"array","description":"The numbers that black and white pixels have for it.","items":[{"type":"number"},{"type":"number"}],"minItems":2,"additionalItems":false}},"required":["name","from","sha256","features","range"],"additionalProperties":false}]},"minProperties":1},"shuffle-pixels":{"type":"boolean","default":false,"description":"In every training the pixels of all images change places, each time in another secret order: weights that were trained beforehand are worth nothing. Only for networks that treat all pixels alike."},"packages":{"type":"array","description":"What submissions may import besides @tensorflow/tfjs and gradus/layers: sharp reads and resizes pictures.","items":{"type":"string","enum":["sharp"]},"minItems":1,"uniqueItems":true},"phrases":{"type":"array","description":"What specs call their expectations, expect(value, \"every weight is finite\"), for the reports. The English text is the label itself; where a spec fills something in, there is a {name}.","items":{"type":"object","description":"The same sentence in each language of the course.","properties":{"en":{"type":"string","pattern":"\\S"},"es":{"type":"string","pattern":"\\S"}},"required":["en","es"],"additionalProperties":false},"minItems":1},"tasks":{"type":"object","description":"By id, in the order in which they are worked on.","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"},"additionalProperties":{"type":"object","description":"One thing to implement.","properties":{"title":{"type":"object","description":"The same sentence in each language of the course.","properties":{"en":{"type":"string","pattern":"\\S"},"es":{"type":"string","pattern":"\\S"}},"required":["en","es"],"additionalProperties":false},"points":{"type":"number","minimum":0,"description":"The sum of the points of its checks."},"file":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9-]*\\.ts$","description":"The file of the solution that holds the task; by default the id and `.ts`."},"exports":{"type":"array","description":"Names that a spec may call; by default the id.","items":{"type":"string","pattern":"^[A-Za-z_$][A-Za-z0-9_$]*$"},"minItems":1,"uniqueItems":true},"checks":{"type":"object","description":"By id, which is the name of the test.","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"type":"object","description":"A vitest test of this task: public if public/*.spec.ts has it, hidden if hidden/*.spec.ts has it.","properties":{"points":{"type":"number","minimum":0,"description":"Points of this check."},"tolerance":{"type":"object","description":"The largest error that still passes; without it the result must be exact.","properties":{"max-error":{"type":"number","exclusiveMinimum":0,"description":"Largest absolute difference of an element."},"max-relative-error":{"type":"number","exclusiveMinimum":0,"description":"Largest relative difference."},"reason":{"type":"string","pattern":"\\S","description":"Where the number comes from: what was measured, on what, and the margin."}},"additionalProperties":false},"measure":{"type":"string","pattern":"\\S","description":"The name under which the spec records the measured number."},"marks":{"type":"object","description":"No points at `none`, all at `full`, linear between.","properties":{"none":{"type":"number"},"full":{"type":"number"}},"required":["none","full"],"additionalProperties":false},"marks-on":{"type":"object","description":"Marks on data sets other than the first, by name.","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"type":"object","description":"No points at `none`, all at `full`, linear between.","properties":{"none":{"type":"number"},"full":{"type":"number"}},"required":["none","full"],"additionalProperties":false}},"seconds":{"type":"number","exclusiveMinimum":0,"description":"Longest that one call of this check may take."},"seeds":{"type":"integer","minimum":1,"description":"How many times the training is run."},"rule":{"enum":["median","best"],"description":"Which of the seeds decides."},"reason":{"type":"string","pattern":"\\S","description":"Where the number comes from: what was measured, on what, and the margin."},"hint":{"type":"object","description":"What a student reads when the check fails. A hidden check must have one.","properties":{"en":{"type":"string","pattern":"\\S"},"es":{"type":"string","pattern":"\\S"}},"required":["en","es"],"additionalProperties":false},"release":{"enum":["now","after-due","never"],"default":"now","description":"When a student may see the result."}},"required":["points"],"additionalProperties":false},"minProperties":1},"misconceptions":{"type":"object","description":"By id: a known wrong implementation in misconceptions/<id>.ts, and what to tell its author.","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"type":"object","description":"The same sentence in each language of the course.","properties":{"en":{"type":"string","pattern":"\\S"},"es":{"type":"string","pattern":"\\S"}},"required":["en","es"],"additionalProperties":false}}},"required":["title","points","checks"],"additionalProperties":false},"minProperties":1}},"required":["title","tasks"],"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");
const pattern2 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
const pattern7 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern11 = new RegExp("^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$", "u");
const pattern14 = new RegExp("^[A-Za-z0-9][A-Za-z0-9-]*\\.ts$", "u");
const pattern15 = new RegExp("^[A-Za-z_$][A-Za-z0-9_$]*$", "u");

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
if(data.tasks === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tasks"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.title !== undefined){
let data1 = data.title;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.en === undefined){
const err5 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/required",keyword:"required",params:{missingProperty: "en"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.es === undefined){
const err6 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/required",keyword:"required",params:{missingProperty: "es"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "en") || (key1 === "es"))){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.en !== undefined){
let data2 = data1.en;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/title/en",schemaPath:"#/properties/title/properties/en/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/title/en",schemaPath:"#/properties/title/properties/en/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data1.es !== undefined){
let data3 = data1.es;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err10 = {instancePath:instancePath+"/title/es",schemaPath:"#/properties/title/properties/es/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/title/es",schemaPath:"#/properties/title/properties/es/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.limits !== undefined){
let data4 = data.limits;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!(((((((key2 === "boot-seconds") || (key2 === "call-seconds")) || (key2 === "total-seconds")) || (key2 === "memory-mb")) || (key2 === "reply-mb")) || (key2 === "calls")) || (key2 === "starts-per-task"))){
const err13 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data4["boot-seconds"] !== undefined){
let data5 = data4["boot-seconds"];
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 <= 0 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/limits/boot-seconds",schemaPath:"#/properties/limits/properties/boot-seconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
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
const err15 = {instancePath:instancePath+"/limits/boot-seconds",schemaPath:"#/properties/limits/properties/boot-seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4["call-seconds"] !== undefined){
let data6 = data4["call-seconds"];
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 <= 0 || isNaN(data6)){
const err16 = {instancePath:instancePath+"/limits/call-seconds",schemaPath:"#/properties/limits/properties/call-seconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/limits/call-seconds",schemaPath:"#/properties/limits/properties/call-seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4["total-seconds"] !== undefined){
let data7 = data4["total-seconds"];
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/limits/total-seconds",schemaPath:"#/properties/limits/properties/total-seconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/limits/total-seconds",schemaPath:"#/properties/limits/properties/total-seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4["memory-mb"] !== undefined){
let data8 = data4["memory-mb"];
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 <= 0 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/limits/memory-mb",schemaPath:"#/properties/limits/properties/memory-mb/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/limits/memory-mb",schemaPath:"#/properties/limits/properties/memory-mb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data4["reply-mb"] !== undefined){
let data9 = data4["reply-mb"];
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 <= 0 || isNaN(data9)){
const err22 = {instancePath:instancePath+"/limits/reply-mb",schemaPath:"#/properties/limits/properties/reply-mb/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
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
const err23 = {instancePath:instancePath+"/limits/reply-mb",schemaPath:"#/properties/limits/properties/reply-mb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data4.calls !== undefined){
let data10 = data4.calls;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err24 = {instancePath:instancePath+"/limits/calls",schemaPath:"#/properties/limits/properties/calls/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 1 || isNaN(data10)){
const err25 = {instancePath:instancePath+"/limits/calls",schemaPath:"#/properties/limits/properties/calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data4["starts-per-task"] !== undefined){
let data11 = data4["starts-per-task"];
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err26 = {instancePath:instancePath+"/limits/starts-per-task",schemaPath:"#/properties/limits/properties/starts-per-task/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/limits/starts-per-task",schemaPath:"#/properties/limits/properties/starts-per-task/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
}
else {
const err28 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.prefer !== undefined){
let data12 = data.prefer;
if(Array.isArray(data12)){
if(data12.length < 1){
const err29 = {instancePath:instancePath+"/prefer",schemaPath:"#/properties/prefer/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(typeof data13 !== "string"){
const err30 = {instancePath:instancePath+"/prefer/" + i0,schemaPath:"#/properties/prefer/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!((((data13 === "tensorflow") || (data13 === "wasm")) || (data13 === "cpu")) || (data13 === "webgpu"))){
const err31 = {instancePath:instancePath+"/prefer/" + i0,schemaPath:"#/properties/prefer/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.prefer.items.enum}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
let i1 = data12.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data12[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err32 = {instancePath:instancePath+"/prefer",schemaPath:"#/properties/prefer/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err33 = {instancePath:instancePath+"/prefer",schemaPath:"#/properties/prefer/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.data !== undefined){
let data14 = data.data;
if(Array.isArray(data14)){
if(data14.length < 1){
const err34 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const len1 = data14.length;
for(let i2=0; i2<len1; i2++){
let data15 = data14[i2];
if(typeof data15 === "string"){
if(!pattern2.test(data15)){
const err35 = {instancePath:instancePath+"/data/" + i2,schemaPath:"#/properties/data/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/data/" + i2,schemaPath:"#/properties/data/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
let i3 = data14.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data14[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err37 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err38 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.backbones !== undefined){
let data16 = data.backbones;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length < 1){
const err39 = {instancePath:instancePath+"/backbones",schemaPath:"#/properties/backbones/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key3 in data16){
const _errs38 = errors;
if(typeof key3 === "string"){
if(!pattern2.test(key3)){
const err40 = {instancePath:instancePath+"/backbones",schemaPath:"#/properties/backbones/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},propertyName:key3};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
var valid9 = _errs38 === errors;
if(!valid9){
const err41 = {instancePath:instancePath+"/backbones",schemaPath:"#/properties/backbones/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
for(const key4 in data16){
let data17 = data16[key4];
const _errs41 = errors;
let valid11 = false;
const _errs42 = errors;
if(typeof data17 === "string"){
if(!pattern2.test(data17)){
const err42 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
var _valid0 = _errs42 === errors;
valid11 = valid11 || _valid0;
if(!valid11){
const _errs44 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.name === undefined){
const err44 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data17.from === undefined){
const err45 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty: "from"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data17.sha256 === undefined){
const err46 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty: "sha256"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data17.features === undefined){
const err47 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty: "features"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data17.range === undefined){
const err48 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty: "range"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key5 in data17){
if(!(((((key5 === "name") || (key5 === "from")) || (key5 === "sha256")) || (key5 === "features")) || (key5 === "range"))){
const err49 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data17.name !== undefined){
let data18 = data17.name;
if(typeof data18 === "string"){
if(!pattern2.test(data18)){
const err50 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data17.from !== undefined){
let data19 = data17.from;
if(typeof data19 === "string"){
if(!pattern0.test(data19)){
const err52 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/from",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/from/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/from",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/from/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data17.sha256 !== undefined){
let data20 = data17.sha256;
if(typeof data20 === "string"){
if(!pattern7.test(data20)){
const err54 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/sha256",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}};
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
const err55 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/sha256",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/sha256/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data17.features !== undefined){
let data21 = data17.features;
if(typeof data21 === "string"){
if(!pattern0.test(data21)){
const err56 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/features",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/features/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/features",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/features/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data17.range !== undefined){
let data22 = data17.range;
if(Array.isArray(data22)){
if(data22.length < 2){
const err58 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/range",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
const len2 = data22.length;
if(!(len2 <= 2)){
const err59 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/range",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/range/additionalItems",keyword:"additionalItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
const len3 = data22.length;
if(len3 > 0){
let data23 = data22[0];
if(!((typeof data23 == "number") && (isFinite(data23)))){
const err60 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/range/0",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/range/items/0/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(len3 > 1){
let data24 = data22[1];
if(!((typeof data24 == "number") && (isFinite(data24)))){
const err61 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/range/1",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/range/items/1/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/range",schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/properties/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
var _valid0 = _errs44 === errors;
valid11 = valid11 || _valid0;
}
if(!valid11){
const err64 = {instancePath:instancePath+"/backbones/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backbones/additionalProperties/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
else {
errors = _errs41;
if(vErrors !== null){
if(_errs41){
vErrors.length = _errs41;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err65 = {instancePath:instancePath+"/backbones",schemaPath:"#/properties/backbones/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data["shuffle-pixels"] !== undefined){
if(typeof data["shuffle-pixels"] !== "boolean"){
const err66 = {instancePath:instancePath+"/shuffle-pixels",schemaPath:"#/properties/shuffle-pixels/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.packages !== undefined){
let data26 = data.packages;
if(Array.isArray(data26)){
if(data26.length < 1){
const err67 = {instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
const len4 = data26.length;
for(let i4=0; i4<len4; i4++){
let data27 = data26[i4];
if(typeof data27 !== "string"){
const err68 = {instancePath:instancePath+"/packages/" + i4,schemaPath:"#/properties/packages/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!(data27 === "sharp")){
const err69 = {instancePath:instancePath+"/packages/" + i4,schemaPath:"#/properties/packages/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.packages.items.enum}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
let i5 = data26.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data26[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err70 = {instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err71 = {instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.phrases !== undefined){
let data28 = data.phrases;
if(Array.isArray(data28)){
if(data28.length < 1){
const err72 = {instancePath:instancePath+"/phrases",schemaPath:"#/properties/phrases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
const len5 = data28.length;
for(let i6=0; i6<len5; i6++){
let data29 = data28[i6];
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.en === undefined){
const err73 = {instancePath:instancePath+"/phrases/" + i6,schemaPath:"#/properties/phrases/items/required",keyword:"required",params:{missingProperty: "en"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data29.es === undefined){
const err74 = {instancePath:instancePath+"/phrases/" + i6,schemaPath:"#/properties/phrases/items/required",keyword:"required",params:{missingProperty: "es"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
for(const key6 in data29){
if(!((key6 === "en") || (key6 === "es"))){
const err75 = {instancePath:instancePath+"/phrases/" + i6,schemaPath:"#/properties/phrases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data29.en !== undefined){
let data30 = data29.en;
if(typeof data30 === "string"){
if(!pattern0.test(data30)){
const err76 = {instancePath:instancePath+"/phrases/" + i6+"/en",schemaPath:"#/properties/phrases/items/properties/en/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/phrases/" + i6+"/en",schemaPath:"#/properties/phrases/items/properties/en/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data29.es !== undefined){
let data31 = data29.es;
if(typeof data31 === "string"){
if(!pattern0.test(data31)){
const err78 = {instancePath:instancePath+"/phrases/" + i6+"/es",schemaPath:"#/properties/phrases/items/properties/es/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/phrases/" + i6+"/es",schemaPath:"#/properties/phrases/items/properties/es/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/phrases/" + i6,schemaPath:"#/properties/phrases/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/phrases",schemaPath:"#/properties/phrases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data.tasks !== undefined){
let data32 = data.tasks;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(Object.keys(data32).length < 1){
const err82 = {instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
for(const key7 in data32){
const _errs78 = errors;
if(typeof key7 === "string"){
if(!pattern11.test(key7)){
const err83 = {instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"},propertyName:key7};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
var valid20 = _errs78 === errors;
if(!valid20){
const err84 = {instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/propertyNames",keyword:"propertyNames",params:{propertyName: key7}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
for(const key8 in data32){
let data33 = data32[key8];
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.title === undefined){
const err85 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(data33.points === undefined){
const err86 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/required",keyword:"required",params:{missingProperty: "points"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(data33.checks === undefined){
const err87 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/required",keyword:"required",params:{missingProperty: "checks"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
for(const key9 in data33){
if(!((((((key9 === "title") || (key9 === "points")) || (key9 === "file")) || (key9 === "exports")) || (key9 === "checks")) || (key9 === "misconceptions"))){
const err88 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data33.title !== undefined){
let data34 = data33.title;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.en === undefined){
const err89 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/title",schemaPath:"#/properties/tasks/additionalProperties/properties/title/required",keyword:"required",params:{missingProperty: "en"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data34.es === undefined){
const err90 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/title",schemaPath:"#/properties/tasks/additionalProperties/properties/title/required",keyword:"required",params:{missingProperty: "es"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
for(const key10 in data34){
if(!((key10 === "en") || (key10 === "es"))){
const err91 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/title",schemaPath:"#/properties/tasks/additionalProperties/properties/title/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data34.en !== undefined){
let data35 = data34.en;
if(typeof data35 === "string"){
if(!pattern0.test(data35)){
const err92 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/title/en",schemaPath:"#/properties/tasks/additionalProperties/properties/title/properties/en/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/title/en",schemaPath:"#/properties/tasks/additionalProperties/properties/title/properties/en/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data34.es !== undefined){
let data36 = data34.es;
if(typeof data36 === "string"){
if(!pattern0.test(data36)){
const err94 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/title/es",schemaPath:"#/properties/tasks/additionalProperties/properties/title/properties/es/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/title/es",schemaPath:"#/properties/tasks/additionalProperties/properties/title/properties/es/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/title",schemaPath:"#/properties/tasks/additionalProperties/properties/title/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data33.points !== undefined){
let data37 = data33.points;
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 0 || isNaN(data37)){
const err97 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/points",schemaPath:"#/properties/tasks/additionalProperties/properties/points/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/points",schemaPath:"#/properties/tasks/additionalProperties/properties/points/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data33.file !== undefined){
let data38 = data33.file;
if(typeof data38 === "string"){
if(!pattern14.test(data38)){
const err99 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/file",schemaPath:"#/properties/tasks/additionalProperties/properties/file/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9-]*\\.ts$"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/file",schemaPath:"#/properties/tasks/additionalProperties/properties/file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data33.exports !== undefined){
let data39 = data33.exports;
if(Array.isArray(data39)){
if(data39.length < 1){
const err101 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/exports",schemaPath:"#/properties/tasks/additionalProperties/properties/exports/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
const len6 = data39.length;
for(let i7=0; i7<len6; i7++){
let data40 = data39[i7];
if(typeof data40 === "string"){
if(!pattern15.test(data40)){
const err102 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/exports/" + i7,schemaPath:"#/properties/tasks/additionalProperties/properties/exports/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_$][A-Za-z0-9_$]*$"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/exports/" + i7,schemaPath:"#/properties/tasks/additionalProperties/properties/exports/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
let i8 = data39.length;
let j3;
if(i8 > 1){
const indices3 = {};
for(;i8--;){
let item3 = data39[i8];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err104 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/exports",schemaPath:"#/properties/tasks/additionalProperties/properties/exports/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
break;
}
indices3[item3] = i8;
}
}
}
else {
const err105 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/exports",schemaPath:"#/properties/tasks/additionalProperties/properties/exports/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data33.checks !== undefined){
let data41 = data33.checks;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(Object.keys(data41).length < 1){
const err106 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
for(const key11 in data41){
const _errs100 = errors;
if(typeof key11 === "string"){
if(!pattern2.test(key11)){
const err107 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},propertyName:key11};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
var valid27 = _errs100 === errors;
if(!valid27){
const err108 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/propertyNames",keyword:"propertyNames",params:{propertyName: key11}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
for(const key12 in data41){
let data42 = data41[key12];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.points === undefined){
const err109 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/required",keyword:"required",params:{missingProperty: "points"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
for(const key13 in data42){
if(!(func2.call(schema11.properties.tasks.additionalProperties.properties.checks.additionalProperties.properties, key13))){
const err110 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data42.points !== undefined){
let data43 = data42.points;
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 0 || isNaN(data43)){
const err111 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/points",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/points/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/points",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/points/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data42.tolerance !== undefined){
let data44 = data42.tolerance;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key14 in data44){
if(!(((key14 === "max-error") || (key14 === "max-relative-error")) || (key14 === "reason"))){
const err113 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/tolerance",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/tolerance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data44["max-error"] !== undefined){
let data45 = data44["max-error"];
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 <= 0 || isNaN(data45)){
const err114 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/tolerance/max-error",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/tolerance/properties/max-error/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/tolerance/max-error",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/tolerance/properties/max-error/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data44["max-relative-error"] !== undefined){
let data46 = data44["max-relative-error"];
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 <= 0 || isNaN(data46)){
const err116 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/tolerance/max-relative-error",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/tolerance/properties/max-relative-error/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/tolerance/max-relative-error",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/tolerance/properties/max-relative-error/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data44.reason !== undefined){
let data47 = data44.reason;
if(typeof data47 === "string"){
if(!pattern0.test(data47)){
const err118 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/tolerance/reason",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/tolerance/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/tolerance/reason",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/tolerance/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/tolerance",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/tolerance/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data42.measure !== undefined){
let data48 = data42.measure;
if(typeof data48 === "string"){
if(!pattern0.test(data48)){
const err121 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/measure",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/measure/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/measure",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/measure/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data42.marks !== undefined){
let data49 = data42.marks;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(data49.none === undefined){
const err123 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks/required",keyword:"required",params:{missingProperty: "none"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data49.full === undefined){
const err124 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks/required",keyword:"required",params:{missingProperty: "full"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
for(const key15 in data49){
if(!((key15 === "none") || (key15 === "full"))){
const err125 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data49.none !== undefined){
let data50 = data49.none;
if(!((typeof data50 == "number") && (isFinite(data50)))){
const err126 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks/none",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks/properties/none/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data49.full !== undefined){
let data51 = data49.full;
if(!((typeof data51 == "number") && (isFinite(data51)))){
const err127 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks/full",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks/properties/full/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data42["marks-on"] !== undefined){
let data52 = data42["marks-on"];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key16 in data52){
const _errs127 = errors;
if(typeof key16 === "string"){
if(!pattern2.test(key16)){
const err129 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},propertyName:key16};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
var valid32 = _errs127 === errors;
if(!valid32){
const err130 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/propertyNames",keyword:"propertyNames",params:{propertyName: key16}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
for(const key17 in data52){
let data53 = data52[key17];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(data53.none === undefined){
const err131 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/additionalProperties/required",keyword:"required",params:{missingProperty: "none"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data53.full === undefined){
const err132 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/additionalProperties/required",keyword:"required",params:{missingProperty: "full"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
for(const key18 in data53){
if(!((key18 === "none") || (key18 === "full"))){
const err133 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data53.none !== undefined){
let data54 = data53.none;
if(!((typeof data54 == "number") && (isFinite(data54)))){
const err134 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/none",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/additionalProperties/properties/none/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data53.full !== undefined){
let data55 = data53.full;
if(!((typeof data55 == "number") && (isFinite(data55)))){
const err135 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on/" + key17.replace(/~/g, "~0").replace(/\//g, "~1")+"/full",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/additionalProperties/properties/full/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
else {
const err137 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/marks-on",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/marks-on/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data42.seconds !== undefined){
let data56 = data42.seconds;
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 <= 0 || isNaN(data56)){
const err138 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/seconds",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/seconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
else {
const err139 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/seconds",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data42.seeds !== undefined){
let data57 = data42.seeds;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err140 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/seeds",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/seeds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 < 1 || isNaN(data57)){
const err141 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/seeds",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/seeds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
if(data42.rule !== undefined){
let data58 = data42.rule;
if(!((data58 === "median") || (data58 === "best"))){
const err142 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/rule",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/rule/enum",keyword:"enum",params:{allowedValues: schema11.properties.tasks.additionalProperties.properties.checks.additionalProperties.properties.rule.enum}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data42.reason !== undefined){
let data59 = data42.reason;
if(typeof data59 === "string"){
if(!pattern0.test(data59)){
const err143 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/reason",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/reason",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data42.hint !== undefined){
let data60 = data42.hint;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.en === undefined){
const err145 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/hint",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/hint/required",keyword:"required",params:{missingProperty: "en"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data60.es === undefined){
const err146 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/hint",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/hint/required",keyword:"required",params:{missingProperty: "es"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
for(const key19 in data60){
if(!((key19 === "en") || (key19 === "es"))){
const err147 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/hint",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/hint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data60.en !== undefined){
let data61 = data60.en;
if(typeof data61 === "string"){
if(!pattern0.test(data61)){
const err148 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/hint/en",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/hint/properties/en/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/hint/en",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/hint/properties/en/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data60.es !== undefined){
let data62 = data60.es;
if(typeof data62 === "string"){
if(!pattern0.test(data62)){
const err150 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/hint/es",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/hint/properties/es/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/hint/es",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/hint/properties/es/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
else {
const err152 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/hint",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/hint/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data42.release !== undefined){
let data63 = data42.release;
if(!(((data63 === "now") || (data63 === "after-due")) || (data63 === "never"))){
const err153 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/release",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/properties/release/enum",keyword:"enum",params:{allowedValues: schema11.properties.tasks.additionalProperties.properties.checks.additionalProperties.properties.release.enum}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
else {
const err154 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/checks/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
}
else {
const err155 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/checks",schemaPath:"#/properties/tasks/additionalProperties/properties/checks/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data33.misconceptions !== undefined){
let data64 = data33.misconceptions;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key20 in data64){
const _errs153 = errors;
if(typeof key20 === "string"){
if(!pattern2.test(key20)){
const err156 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions",schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},propertyName:key20};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
var valid36 = _errs153 === errors;
if(!valid36){
const err157 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions",schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/propertyNames",keyword:"propertyNames",params:{propertyName: key20}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
for(const key21 in data64){
let data65 = data64[key21];
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.en === undefined){
const err158 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/additionalProperties/required",keyword:"required",params:{missingProperty: "en"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data65.es === undefined){
const err159 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/additionalProperties/required",keyword:"required",params:{missingProperty: "es"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
for(const key22 in data65){
if(!((key22 === "en") || (key22 === "es"))){
const err160 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data65.en !== undefined){
let data66 = data65.en;
if(typeof data66 === "string"){
if(!pattern0.test(data66)){
const err161 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/en",schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/additionalProperties/properties/en/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
else {
const err162 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/en",schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/additionalProperties/properties/en/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data65.es !== undefined){
let data67 = data65.es;
if(typeof data67 === "string"){
if(!pattern0.test(data67)){
const err163 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/es",schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/additionalProperties/properties/es/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/es",schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/additionalProperties/properties/es/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
}
else {
const err165 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/misconceptions",schemaPath:"#/properties/tasks/additionalProperties/properties/misconceptions/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
}
else {
const err167 = {instancePath:instancePath+"/tasks/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tasks/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
else {
const err168 = {instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
