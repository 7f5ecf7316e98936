import { describe, expect, test } from 'vitest'
import { CAPS, objections } from '../fetch/admit.ts'
import { gradedPart } from '../fetch/graded-part.ts'
import type { Entry, Tree } from '../fetch/tree.ts'
import { InputError, type Issue } from '../model/issue.ts'
import { catalogue } from './catalogue.ts'
import { exampleLab } from './example-cards.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { tellRefusals } from './refusals.ts'
import { plainText } from './sentence.ts'

const source = `https://github.com/school/convolutions-ana#${'a'.repeat(40)}`
const told = (issues: readonly Issue[], language: 'en' | 'es') =>
  tellRefusals(issues, source, catalogue(language)).map(plainText)

const of = (...entries: (Entry | string)[]) =>
  objections(
    `${source}/src`,
    entries.map((entry) => (typeof entry === 'string' ? { path: entry, size: 1 } : entry)),
  )

const tree: Tree = {
  commit: 'a'.repeat(40),
  kind: async () => 'absent',
  list: async () => [],
  read: async () => [],
}

/** What is said where the files of the lab are not found. */
async function lost(kind: Tree['kind']): Promise<readonly Issue[]> {
  try {
    await gradedPart({ ...tree, kind }, exampleLab, source)
  } catch (error) {
    if (error instanceof InputError) return error.issues
    throw error
  }
  return expect.unreachable()
}

const nowhere = await lost(async () => 'absent')
const below = await lost(async (path) => (path === 'convolutions/conv1d.ts' ? 'file' : 'absent'))
const linked = await lost(async (path) => (path === 'src/conv1d.ts' ? 'symlink' : 'absent'))
const many = Array.from({ length: CAPS.files + 1 }, (_, index) => `f${index}.ts`)
const heavy = Array.from({ length: 9 }, (_, index) => ({ path: `${index}.csv`, size: 2_000_000 }))

describe('every reason for which a submission is not taken is told in both languages', () => {
  test.each<[string, readonly Issue[], en: string, es: string]>([
    [
      'a name that is not UTF-8',
      of('h\ufffd.ts'),
      'src/h\ufffd.ts has a name that is not UTF-8. Rename it with letters, digits, hyphens and dots.',
      'src/h\ufffd.ts tiene un nombre que no es UTF-8. Cámbialo por uno con letras, cifras, guiones y puntos.',
    ],
    [
      'an invisible character',
      of('a\u202eb.ts'),
      'src/a\\u{202e}b.ts has an invisible character in its name. Rename it with letters, digits, hyphens and dots.',
      'src/a\\u{202e}b.ts tiene un carácter invisible en el nombre. Cámbialo por uno con letras, cifras, guiones y puntos.',
    ],
    [
      'a name that Windows refuses',
      of('a:b.ts'),
      'src/a:b.ts has a name that some systems refuse. Rename it with letters, digits, hyphens and dots.',
      'src/a:b.ts tiene un nombre que algunos sistemas no aceptan. Cámbialo por uno con letras, cifras, guiones y puntos.',
    ],
    [
      'a space at an end',
      of(' a.ts'),
      'src/ a.ts has a name that begins or ends with a space. Rename it with letters, digits, hyphens and dots.',
      'src/ a.ts tiene un nombre que empieza o acaba con un espacio. Cámbialo por uno con letras, cifras, guiones y puntos.',
    ],
    [
      'a long path',
      of(`${'a'.repeat(300)}.ts`),
      `src/${'a'.repeat(40)}... has a path of 303 characters; 200 are allowed. Give it a shorter name.`,
      `src/${'a'.repeat(40)}... tiene una ruta de 303 caracteres; se permiten 200. Ponle un nombre más corto.`,
    ],
    [
      'a deep file',
      of('a/b/c/d/e/f/g/h/i.ts'),
      'src/a/b/c/d/e/f/g/h/i.ts lies 9 folders deep; 8 are allowed. Move it up.',
      'src/a/b/c/d/e/f/g/h/i.ts está a 9 carpetas de profundidad; se permiten 8. Súbelo de carpeta.',
    ],
    [
      'a large file',
      of({ path: 'big.csv', size: 40_150_000 }).slice(0, 1),
      'src/big.csv is 40.2 MB large; 2 MB are allowed. Take it out of the repository, or make it smaller.',
      'src/big.csv ocupa 40,2 MB; se permiten 2 MB. Sácalo del repositorio o hazlo más pequeño.',
    ],
    [
      'names that one disk takes for one',
      of('conv2d.ts', 'Conv2d.ts'),
      'src/Conv2d.ts differs from conv2d.ts by case or accents only. Keep one of the two, or rename it.',
      'src/Conv2d.ts se distingue de conv2d.ts solo por mayúsculas o acentos. Quédate con uno de los dos o cámbiale el nombre.',
    ],
    [
      'many files',
      of(...many),
      'It has 257 files; 256 are allowed. Keep there only what the lab needs.',
      'Tiene 257 archivos; se permiten 256. Deja ahí solo lo que la práctica necesita.',
    ],
    [
      'much of them',
      of(...heavy),
      'Its files are 18 MB in all; 16 MB are allowed. Keep there only what the lab needs.',
      'Sus archivos ocupan 18 MB en total; se permiten 16 MB. Deja ahí solo lo que la práctica necesita.',
    ],
    [
      'no file of the lab',
      nowhere,
      'It holds none of the files of the lab convolutions. It or its src/ should hold conv1d.ts, conv2d.ts, padAndStride.ts, pool2d.ts, and countParameters.ts.',
      'No contiene ninguno de los archivos de la práctica convolutions. Ahí o en src/ deberían estar conv1d.ts, conv2d.ts, padAndStride.ts, pool2d.ts y countParameters.ts.',
    ],
    [
      'files in a folder of their own',
      below,
      'It holds none of the files of the lab convolutions. Move them from convolutions/ to the top or to src/.',
      'No contiene ninguno de los archivos de la práctica convolutions. Muévelos de convolutions/ a la raíz o a src/.',
    ],
    [
      'a link in place of a file',
      linked,
      'It holds none of the files of the lab convolutions. src/conv1d.ts is a symbolic link: put the file itself there.',
      'No contiene ninguno de los archivos de la práctica convolutions. src/conv1d.ts es un enlace simbólico: pon ahí el propio archivo.',
    ],
  ])('%s', (_, issues, en, es) => {
    expect(issues).toHaveLength(1)
    expect(told(issues, 'en')).toEqual([en])
    expect(told(issues, 'es')).toEqual([es])
  })
})

describe('an issue comes from where code of students ran', () => {
  const [issue] = of('a:b.ts')
  if (issue === undefined) throw new Error('a:b.ts is taken')

  test.each(HOSTILE_TEXTS)('so %j is quoted, wherever it stands', (text) => {
    for (const forged of [
      { ...issue, what: text },
      { ...issue, next: text },
      { ...issue, file: `${source}/${text}` },
    ]) {
      const [sentence = []] = tellRefusals([forged], source, catalogue('es'))
      const bare = sentence.flatMap((span) => ('text' in span ? [span.text] : []))
      if (text.length > 3) for (const each of bare) expect(each).not.toContain(text)
    }
  })

  test('and of a thousand twenty are told, and the others counted', () => {
    const all = told(
      Array.from({ length: 1000 }, () => issue),
      'es',
    )
    expect(all).toHaveLength(21)
    expect(all.at(-1)).toBe('Y 980 más.')
  })
})
