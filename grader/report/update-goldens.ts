import { mkdirSync, writeFileSync } from 'node:fs'
import { GOLDENS, goldenFile, renderGolden } from './goldens.ts'

/** `node grader/report/update-goldens.ts`: renders `reports/golden/` anew; read the difference before a commit. */
mkdirSync(goldenFile('.'), { recursive: true })
for (const name of Object.keys(GOLDENS)) writeFileSync(goldenFile(name), renderGolden(name))
