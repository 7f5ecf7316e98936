import {
  isRecord,
  type Job,
  readWorkflow,
  type Step,
  type Workflow,
} from './testing/workflow-file.ts'

/** Triggers that give a stranger's pull request the secrets or the write token of the repository. */
const PRIVILEGED_TRIGGERS = ['pull_request_target', 'workflow_run', 'issue_comment']

/** What may be written into a script: numbers and hashes that GitHub itself makes. */
const SAFE_IN_RUN = /^(github\.(run_id|run_attempt|run_number|sha)|strategy\.job-(index|total))$/

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/
const VERSIONED = /^\s*(?:- )?uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/

/** What a workflow does that none of ours may do, each as a sentence that names the job. */
export function violations(text: string): string[] {
  const workflow = readWorkflow(text)
  const jobs = Object.entries(workflow.jobs)
  return [
    ...ofTriggers(workflow),
    ...ofPermissions(workflow),
    ...ofVersions(text),
    ...(usesSecrets(workflow.env) ? ['the workflow gives a secret to every step'] : []),
    ...(/secrets:\s*inherit|tojson\(\s*secrets|secrets\[/i.test(text)
      ? ['a secret is used without its name']
      : []),
    ...jobs.flatMap(([id, job]) => ofJob(job).map((what) => `job ${id}: ${what}`)),
  ]
}

function ofTriggers({ on }: Workflow): string[] {
  const names = isRecord(on) ? Object.keys(on) : [on].flat()
  return PRIVILEGED_TRIGGERS.filter((trigger) => names.includes(trigger)).map(
    (trigger) => `it runs on ${trigger}, with the secrets of the repository`,
  )
}

function ofPermissions({ permissions }: Workflow): string[] {
  const none = isRecord(permissions) && Object.keys(permissions).length === 0
  return none ? [] : ['the permissions of the workflow are not {}']
}

function ofVersions(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*(- )?uses:/.test(line) && !VERSIONED.test(line))
    .map((line) => `no version stands behind the commit of "${line.trim()}"`)
}

function ofJob(job: Job): string[] {
  return [
    ...(typeof job['timeout-minutes'] === 'number' ? [] : ['has no timeout-minutes']),
    ...jobPermissions(job),
    ...(usesSecrets(job.env) ? ['gives a secret to every step'] : []),
    ...job.steps.flatMap((step) => ofStep(step, isPrivileged(job))),
  ]
}

function jobPermissions({ permissions }: Job): string[] {
  if (!isRecord(permissions)) return ['does not list its permissions']
  return Object.entries(permissions)
    .filter(([, level]) => level !== 'read' && level !== 'none')
    .map(([scope, level]) => `has ${scope}: ${String(level)}`)
}

function ofStep({ uses, run, with: inputs = {} }: Step, privileged: boolean): string[] {
  const found: string[] = []
  if (uses !== undefined && !PINNED.test(uses)) found.push(`${uses} is not pinned by its commit`)
  if (uses?.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false) {
    found.push('checkout leaves its token in the folder')
  }
  for (const [, expression = ''] of (run ?? '').matchAll(/\$\{\{(.*?)\}\}/gs)) {
    if (!SAFE_IN_RUN.test(expression.trim())) found.push(`a script holds \${{${expression}}}`)
  }
  if (privileged && isCaching(uses, inputs)) found.push(`${uses} keeps a cache beside a secret`)
  return found
}

/** setup actions of a major version after 4 cache by themselves where package.json names a manager. */
function isCaching(uses: string | undefined, inputs: NonNullable<Step['with']>): boolean {
  if (uses?.startsWith('actions/cache')) return true
  if ((inputs['cache'] ?? false) !== false) return true
  return (
    uses?.startsWith('actions/setup-node@') === true && inputs['package-manager-cache'] !== false
  )
}

function isPrivileged(job: Job): boolean {
  return usesSecrets(job.steps) || jobPermissions(job).length > 0
}

function usesSecrets(part: unknown): boolean {
  return /\bsecrets\b|\bgithub\.token\b/.test(JSON.stringify(part ?? null))
}
