import { defineConfig } from 'vitest/config'

console.log('{{marker}} configuration loaded')

export default defineConfig({ test: { setupFiles: ['./setup.ts'] } })
