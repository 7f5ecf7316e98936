export type { Audience, ReportView } from './report-view.ts'
export { renderTerminal, type TerminalOptions } from './terminal.ts'
export { type ViewOptions, view } from './view.ts'
