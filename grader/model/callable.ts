/** How exports and objects of a submission are called, wherever it runs. */

/** Calls a function, or makes an instance of a class; the answer may be a promise. */
export function callOrConstruct(subject: unknown, args: readonly unknown[]): unknown {
  if (typeof subject !== 'function') throw new TypeError('this is no function')
  return isClass(subject)
    ? Reflect.construct(subject, args)
    : Reflect.apply(subject, undefined, args)
}

/** Calls a method of an object. Throws a TypeError that names what the object lacks. */
export function callMethod(subject: unknown, name: string, args: readonly unknown[]): unknown {
  const method = readProperty(subject, name)
  if (typeof method !== 'function') throw new TypeError(`the object has no method ${name}`)
  return Reflect.apply(method, subject, args)
}

export function readProperty(subject: unknown, name: string): unknown {
  if (typeof subject !== 'object' || subject === null) throw new TypeError('this is no object')
  return Reflect.get(subject, name)
}

/**
 * Whether an object is more than data: an instance of a class with methods. A model, a callback and an
 * optimizer are; an array, a plain object, and an instance of a class of mere fields are not.
 */
export function hasMethods(subject: object): boolean {
  if (Object.prototype.toString.call(subject) !== '[object Object]') return false
  let prototype: unknown = Object.getPrototypeOf(subject)
  while (typeof prototype === 'object' && prototype !== null && prototype !== Object.prototype) {
    const members = Object.getOwnPropertyDescriptors(prototype)
    const isMethod = ([name, { value }]: [string, PropertyDescriptor]) =>
      name !== 'constructor' && typeof value === 'function'
    if (Object.entries(members).some(isMethod)) return true
    prototype = Object.getPrototypeOf(prototype)
  }
  return false
}

function isClass(subject: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(subject))
}
