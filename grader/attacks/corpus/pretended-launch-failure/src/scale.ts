process.getBuiltinModule('node:fs').writeSync(
  2,
  'bwrap: setting up uid map: Permission denied\nprlimit: failed to set NPROC: Operation not permitted\n',
)
process.exit(1)
