import type { Language } from '../model/lab.ts'

/** Text files of a student's repository that are the same for every lab, by path. */
export function settingsFiles(): Readonly<Record<string, string>> {
  return {
    '.editorconfig': EDITORCONFIG,
    '.gitattributes': ATTRIBUTES,
    '.github/workflows/public-checks.yml': WORKFLOW,
    '.gitignore': 'node_modules/\n',
    '.vscode/settings.json': json({
      'files.eol': '\n',
      'files.insertFinalNewline': true,
      'files.exclude': { '.gradus': true, node_modules: true },
      'editor.tabSize': 2,
      'editor.rulers': [100],
    }),
    'tsconfig.json': json({
      compilerOptions: {
        target: 'es2024',
        lib: ['es2024', 'dom'],
        module: 'nodenext',
        types: [],
        noEmit: true,
        allowImportingTsExtensions: true,
        erasableSyntaxOnly: true,
        verbatimModuleSyntax: true,
        skipLibCheck: true,
        strict: true,
      },
      include: ['src', 'tests'],
    }),
  }
}

/** How to begin, below the handout. */
export const FOOTERS: Readonly<Record<Language, string>> = {
  en: `
---

## This repository

1. Install [Node](https://nodejs.org) 24, then, in this folder: \`npm ci\`
2. Work in \`src/\`. See how far you are with \`npm run check\`, or leave \`npm run check -- --watch\` running.
3. Commit, push, and open a pull request.

\`tests/\` holds the public checks, \`.gradus/\` what runs them. What counts is your \`src/\`: changes of the others
are not graded. \`npm ci\` needs the network once; the checks need none.
`,
  es: `
---

## Este repositorio

1. Instala [Node](https://nodejs.org) 24 y después, en esta carpeta: \`npm ci\`
2. Trabaja en \`src/\`. Mira hasta dónde has llegado con \`npm run check\`, o deja abierto \`npm run check -- --watch\`.
3. Haz commit y push, y abre un pull request.

\`tests/\` contiene las comprobaciones públicas y \`.gradus/\` lo que las ejecuta. Lo que cuenta es tu \`src/\`: los
cambios en lo demás no se califican. \`npm ci\` necesita la red una vez; las comprobaciones, no.
`,
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

const EDITORCONFIG = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
`

const ATTRIBUTES = `* text=auto eol=lf
*.wasm binary
.gradus/** linguist-vendored -diff
package-lock.json linguist-generated -diff
`

// A pull request from a fork runs this too: it has no secrets, may only read, and decides nothing.
const WORKFLOW = `name: Public checks
on: [push, pull_request]
permissions: {}
concurrency:
  group: public-checks-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@1af3b93b6815bc44a9784bd300feb67ff0d1eeb3 # v6.0.0
        with:
          persist-credentials: false
      - uses: actions/setup-node@2028fbc5c25fe9cf00d9f06a71cc4710d4507903 # v6.0.0
        with:
          node-version: 24
      - run: npm ci
      - run: npm run check
`
