// What the worker of a student's machine loads before the specs: the backend, then the kit.
import '../../run/worker-setup.ts'
import '../../kit/setup.ts'
