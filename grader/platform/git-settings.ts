import type { SimpleGitOptions } from 'simple-git'

/** A token and the one origin that may see it, such as `https://github.com`. */
export interface Credentials {
  readonly origin: string
  readonly token: string
}

/** Transports that git may use for a URL; everything else (`ext::`, `git:`, `fd::`) is refused. */
export type Protocol = 'https' | 'http' | 'ssh' | 'file'

/**
 * Settings under which a repository can do nothing but hand over objects: no hooks, no submodules,
 * no helpers, nothing from the configuration of this machine or its users.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  'core.hooksPath': '/dev/null',
  'core.symlinks': 'false',
  'core.fsmonitor': 'false',
  'credential.helper': '',
  'fetch.recurseSubmodules': 'false',
  'submodule.recurse': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'http.lowSpeedLimit': '1000',
  'http.lowSpeedTime': '30',
}

/** Of the machine's environment, git needs these: how to find programs, proxies and an ssh agent. */
const PASSED_ON = [
  'PATH',
  'SSH_AUTH_SOCK',
  'HTTPS_PROXY',
  'https_proxy',
  'http_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
]

const GUARDS = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '/bin/false',
  GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=20',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
} as const

/**
 * The whole environment of a git process. The token travels here, because arguments and URLs are
 * seen by every user of the machine and end up in logs.
 */
export function gitEnvironment(
  protocol: Protocol | null,
  credentials: Credentials | null,
  machine: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const settings = Object.entries(SETTINGS)
  if (credentials !== null) {
    const basic = Buffer.from(`x-access-token:${credentials.token}`).toString('base64')
    settings.push([`http.${credentials.origin}/.extraHeader`, `Authorization: Basic ${basic}`])
  }
  const numbered = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  const passedOn = PASSED_ON.flatMap((name) => {
    const value = machine[name]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    ...Object.fromEntries(passedOn),
    ...GUARDS,
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: protocol ?? 'none',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(numbered),
  }
}

/** What simple-git must be told, so that it lets the environment above through. */
export function allowances(environment: Record<string, string>): Partial<SimpleGitOptions> {
  return {
    allowEnvironment: Object.keys(environment).filter((name) => name.startsWith('GIT_')),
    unsafe: {
      allowUnsafeAskPass: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeConfigPaths: true,
      allowUnsafeCredentialHelper: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafeSshCommand: true,
      allowUnsafeSubmodule: true,
      allowUnsafeTemplateDir: true,
    },
  }
}
