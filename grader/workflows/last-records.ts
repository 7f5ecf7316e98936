import { env, stdout } from 'node:process'

/** The parts of an answer to "list artifacts" that are read here. */
interface Artifact {
  readonly expired: boolean
  readonly created_at: string
  readonly workflow_run: { readonly id: number; readonly head_branch: string } | null
}

const NAME = 'records'

/**
 * Number of the run whose records are the newest, of runs on this branch; null where there are none, as
 * in the first run. Another branch may hold a changed workflow, and its records count for nothing here.
 */
export function newest(artifacts: readonly Artifact[], branch: string): number | null {
  const usable = artifacts
    .filter(({ expired, workflow_run }) => !expired && workflow_run?.head_branch === branch)
    .toSorted((one, other) => one.created_at.localeCompare(other.created_at))
  return usable.at(-1)?.workflow_run?.id ?? null
}

async function listArtifacts(): Promise<Artifact[]> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env
  const address = `${api}/repos/${repository}/actions/artifacts?name=${NAME}&per_page=100`
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' }
  const answer = await fetch(address, { headers })
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`)
  const body: unknown = await answer.json()
  const isList = typeof body === 'object' && body !== null && 'artifacts' in body
  if (isList && Array.isArray(body.artifacts)) return body.artifacts.filter(isArtifact)
  throw new Error(`${address} gives no list of artifacts`)
}

function isArtifact(value: unknown): value is Artifact {
  if (!isRecord(value) || typeof value['created_at'] !== 'string') return false
  const run = value['workflow_run']
  return typeof value['expired'] === 'boolean' && isRecord(run) && typeof run['id'] === 'number'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

if (import.meta.main) {
  stdout.write(`run=${newest(await listArtifacts(), env['GITHUB_REF_NAME'] ?? '') ?? ''}\n`)
}
