import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { callMethod, callOrConstruct, hasMethods } from './callable.ts'

class Point {
  x = 1
}
class Counter {
  count = 0
  add(amount: number) {
    this.count += amount
    return this.count
  }
}
class Inherited extends Counter {}

test('an object with methods is more than data', () => {
  for (const object of [new Counter(), new Inherited(), tf.sequential(), tf.train.sgd(0.1)]) {
    expect(hasMethods(object)).toBe(true)
  }
  for (const data of [{}, [], new Point(), Object.create(null), new Float32Array(1), new Map()]) {
    expect(hasMethods(data)).toBe(false)
  }
})

test('a class is constructed, a function is called, a method keeps its object', () => {
  expect(callOrConstruct(Counter, [])).toBeInstanceOf(Counter)
  expect(callOrConstruct((a: number, b: number) => a + b, [1, 2])).toBe(3)
  const counter = new Counter()
  callMethod(counter, 'add', [2])
  expect(callMethod(counter, 'add', [3])).toBe(5)
  expect(() => callMethod(counter, 'subtract', [])).toThrow('no method subtract')
  expect(() => callOrConstruct(3, [])).toThrow('no function')
})
