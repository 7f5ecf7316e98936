import { describe, expect, test } from 'vitest'
import { lintTemplate } from './template-lint.ts'
import { PAGES, PARTIALS, readTemplate } from './templates.ts'

describe('the templates', () => {
  test.each([...PAGES, ...PARTIALS])('let no text of others out of its place: %s', (name) => {
    expect(lintTemplate(readTemplate(name))).toEqual([])
  })
})

describe('the lint', () => {
  test.each([
    ['{{{headline}}}', '1:1 writes without escaping'],
    ['{{&headline}}', '1:1 writes without escaping'],
    ['{{what}}', '1:1 what is sentence, not plain'],
    ['text\n  {{explanation.detail}}', '2:3 explanation.detail is untrusted, not plain'],
    ['{{html detail}}', '1:1 detail is untrusted, not sentence'],
    ['{{pre what}}', '1:1 what is sentence, not untrusted'],
    ['{{headlin}}', '1:1 headlin is no field of a view, not plain'],
    ['{{this}}', '1:1 this is no field of a view, not plain'],
    ['{{untrusted}}', '1:1 untrusted is no field of a view, not plain'],
    ['{{constructor}}', '1:1 constructor is no field of a view, not plain'],
    ['{{lookup detail "untrusted"}}', '1:1 lookup is no helper of ours'],
    ['{{constructor what}}', '1:1 constructor is no helper of ours'],
    ['{{html what what}}', '1:1 html takes one field'],
    ['{{html "text"}}', '1:1 html takes one field'],
    ['{{#with detail}}{{headline}}{{/with}}', '1:1 {{#with}} is not allowed'],
    ['{{#if (lookup this "detail")}}x{{/if}}', '1:7 calls a helper inside an expression'],
    ['{{> (lookup . "name")}}', '1:1 names a partial at run time'],
    ['{{> check.md headline=detail}}', '1:1 renames a field to headline'],
    ['{{#> check.md}}x{{/check.md}}', '1:1 is a partial block'],
    ['{{#*inline "x"}}y{{/inline}}', '1:1 is a decorator'],
    ['{{* log "x"}}', '1:1 is a decorator'],
    ['{{#each tasks}}{{else}}{{{text}}}{{/each}}', '1:24 writes without escaping'],
  ])('finds %s', (template, problem) => {
    expect(lintTemplate(template)).toContain(problem)
  })
})
