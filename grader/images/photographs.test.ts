import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readClassFolders } from './folders.ts'
import { loadImages } from './load.ts'

const folder = join(process.env['GRADUS_DATA'] ?? '', 'cats-vs-dogs/validation')

test.skipIf(process.env['GRADUS_DATA'] === undefined || !existsSync(folder))(
  'real photographs all decode (needs GRADUS_DATA with cats-vs-dogs/)',
  async () => {
    const { classes, files } = await readClassFolders(folder)
    expect(classes).toEqual(['cats', 'dogs'])
    const { shape, data, labels, skipped } = await loadImages(files, { height: 64, width: 64 })
    expect(skipped).toEqual([])
    expect(shape).toEqual([files.length, 64, 64, 3])
    expect(labels).toEqual(files.map(({ label }) => label))
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length
    expect(mean).toBeGreaterThan(90)
    expect(mean).toBeLessThan(150)
  },
)
