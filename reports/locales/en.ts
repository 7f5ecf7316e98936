/**
 * Every sentence of the reports. `{name}` is filled by the view; a message with `one` and `other`
 * is chosen by its `{count}`. Other languages have the same keys and the same names.
 */
export const en = {
  'score.total': '{points} / {max} points',
  'score.so-far': '{points} / {max} points so far',
  'score.public': 'public checks {points} / {max} points',

  'notice.fault': {
    one: 'This total is not final: {count} point depends on a check that the grader could not finish. That is a fault of the grader, not of your code. No points are lost; the check will be run again.',
    other:
      'This total is not final: {count} points depend on checks that the grader could not finish. That is a fault of the grader, not of your code. No points are lost; the checks will be run again.',
  },
  'notice.elsewhere': {
    one: '{count} more point is decided by the grader when you push.',
    other: '{count} more points are decided by the grader when you push.',
  },
  'notice.after-due': {
    one: '{count} point is not shown yet: you will see it after the due date.',
    other: '{count} points are not shown yet: you will see them after the due date.',
  },
  'notice.never': {
    one: '{count} point is not shown here: your instructor decides it.',
    other: '{count} points are not shown here: your instructor decides them.',
  },

  'status.done': 'passed',
  'status.partial': 'partly done',
  'status.none': 'not right yet',
  'status.not-started': 'not started',
  'status.fault': 'to be run again',
  'status.withheld': 'not shown yet',
  'status.elsewhere': 'decided when you push',

  'verdict.pass': 'passed',
  'verdict.fail': 'wrong answer',
  'verdict.below': 'below the full mark',
  'verdict.crash': 'crashed',
  'verdict.limit': 'stopped at a limit',
  'verdict.skip': 'not started',
  'verdict.fault': 'fault of the grader',
  'verdict.withheld': 'not shown yet',

  'visibility.public': 'public',
  'visibility.hidden': 'hidden',

  'cause.not-started': 'Not started: {file} still throws its TODO.',
  'cause.shape': 'The shape is wrong: got {got}, want {want}.',
  'cause.shape.hidden': 'The shape of your result is not the expected one.',
  'cause.dtype': 'The dtype is wrong: got {got}, want {want}.',
  'cause.dtype.hidden': 'The dtype of your result is not the expected one.',
  'cause.structure': 'The result is built differently: got {got}, want {want}.',
  'cause.structure.hidden': 'Your result is not built like the expected one.',
  'cause.nan': {
    one: '{count} of {total} elements is NaN or infinite and should not be, at {index}: got {got}, want {want}.',
    other:
      '{count} of {total} elements are NaN or infinite and should not be, for example at {index}: got {got}, want {want}.',
  },
  'cause.nan-expected': {
    one: '{count} of {total} elements should be NaN or infinite and is not, at {index}: got {got}, want {want}.',
    other:
      '{count} of {total} elements should be NaN or infinite and are not, for example at {index}: got {got}, want {want}.',
  },
  'cause.nan.hidden': 'Your result has NaN or infinite values where they do not belong.',
  'cause.nan-expected.hidden': 'Your result lacks NaN or infinite values where they belong.',
  'cause.values': {
    one: '{count} of {total} elements differs, at {index}: got {got}, want {want}.',
    other: '{count} of {total} elements differ; worst at {index}: got {got}, want {want}.',
  },
  'cause.values.at-least': {
    one: 'At least {count} of {total} elements differs; worst at {index}: got {got}, want {want}.',
    other: 'At least {count} of {total} elements differ; worst at {index}: got {got}, want {want}.',
  },
  'cause.values.worst': 'The values differ; worst at {index}: got {got}, want {want}.',
  'cause.value': 'The value is wrong: got {got}, want {want}.',
  'cause.values.hidden':
    'Your result has the right form, but its values are not the expected ones.',
  'cause.assertion': 'A condition of this check does not hold:',
  'cause.assertion.hidden': 'A condition of this check does not hold.',
  'claim.holds': 'This should hold, but does not: {label}.',
  'claim.holds-not': 'This should not hold, but does: {label}.',
  'claim.holds-for': 'This should hold, but does not: {label}. We got {got}.',
  'claim.unlabelled': 'A condition of this check does not hold: {claim}.',
  'claim.equal': 'we expected {want}, but got {got}',
  'claim.unequal': 'we expected anything but {want}',
  'claim.less': 'we expected less than {want}, but got {got}',
  'claim.at-most': 'we expected at most {want}, but got {got}',
  'claim.greater': 'we expected more than {want}, but got {got}',
  'claim.at-least': 'we expected at least {want}, but got {got}',
  'claim.close': 'we expected a number close to {want}, but got {got}',
  'claim.length': 'we expected a length of {want}, but got {got}',
  'claim.contains': 'we expected something with {want} in it, but got {got}',
  'claim.includes': 'we expected an object with {want}, but got {got}',
  'claim.matches': 'we expected a text that matches {want}, but got {got}',
  'claim.instance': 'we expected an instance of {want}, but got {got}',
  'cause.below-threshold': 'Your {measure} is {value}; the full points are given at {full}.',
  'cause.diverged': {
    one: 'The training ended in NaN: its numbers grew beyond all bounds. Try a smaller learning rate, and look for a log(0) or a division by zero.',
    other:
      '{diverged} of {count} trainings ended in NaN: their numbers grew beyond all bounds. Try a smaller learning rate, and look for a log(0) or a division by zero.',
  },
  'curve.loss': {
    one: 'loss from {from} to {to} in {count} epoch',
    other: 'loss from {from} to {to} in {count} epochs',
  },
  'curve.both': {
    one: 'loss from {from} to {to}, {metric} from {metricFrom} to {metricTo} in {count} epoch',
    other: 'loss from {from} to {to}, {metric} from {metricFrom} to {metricTo} in {count} epochs',
  },
  'curve.metric': 'your metric',
  'chart.loss': 'Loss',
  'chart.metric': 'Metric',
  'chart.epoch': 'Epoch',
  'cause.below-threshold.hidden': 'Your {measure} does not reach what the full points ask for.',
  'cause.threw': 'Your code threw an error:',
  'cause.threw.hidden':
    'Your code threw an error. Its message stays hidden, because it could show the inputs of the check. Call your function with inputs of your own to see it.',
  'cause.uncrossed':
    'Your function returned something that cannot be handed over: {what}. Return a tensor, a number, a string, an array or a plain object.',
  'cause.no-method': 'An object of your code has no method {name}.',
  'cause.no-handle':
    'The check needed an object of your code that is no longer kept. Return a new one from every call.',
  'cause.no-data':
    'Your code uses {api}, which is not available here. Train on tensors, with {fit} or batches of your own.',
  'cause.exited':
    'The process that runs your code ended before it answered. Does your code call {call}?',
  'cause.protocol':
    "Your code wrote to the grader's channel. A function answers by returning its result, and in no other way.",
  'cause.load': '{file} cannot be loaded:',
  'cause.load.hidden':
    '{file} cannot be loaded. Run the public checks to see where it stops making sense.',
  'cause.missing-file': '{file} is not there. Copy it from the lab, and commit it.',
  'cause.load.package':
    '{file} cannot be loaded: it imports {specifier}, and only {allowed} can be imported.',
  'cause.load.no-file':
    '{file} cannot be loaded: {specifier} is imported, and there is no such file.',
  'cause.load.outside':
    '{file} cannot be loaded: {specifier} is imported, and lies outside the submission.',
  'cause.load.no-export':
    '{file} cannot be loaded: {name} is imported from {specifier}, which has no export of that name.',
  'cause.missing': '{file} exports no function named {name}; add {declaration}.',
  'cause.missing.several':
    '{file} must export {names}, and at least one of them is missing. Write {keyword} before each.',
  'cause.fault':
    'A fault of the grader, not of your code. No points are lost; the check will be run again.',

  'kind.tensor': 'a {dtype} tensor of shape {shape}',
  'kind.numbers': { one: 'an array of {count} number', other: 'an array of {count} numbers' },
  'kind.bytes': {
    one: 'a Uint8Array of {count} byte',
    other: 'a Uint8Array of {count} bytes',
  },
  'kind.empty': 'an empty array',
  'kind.array': { one: 'an array of {count} element', other: 'an array of {count} elements' },
  'kind.record': 'an object {entries}',
  'kind.function': 'a function',
  'kind.object': 'an object with methods',
  'kind.number': 'a number',
  'kind.string': 'the string {text}',
  'kind.model': 'a model',
  'kind.refused': 'a model that is refused: {reason}',
  'kind.placed': '{kind} at {index}',

  'uncrossed.deep': 'objects nested too deeply (does one contain itself?)',
  'uncrossed.many': 'more than {count} objects',
  'uncrossed.rank': 'a tensor of rank {rank}',
  'uncrossed.shape': 'a tensor whose data does not fit its shape',
  'uncrossed.dtype': 'a tensor of dtype {dtype}',
  'uncrossed.data': 'a tensor of dtype {dtype} without its data',
  'uncrossed.type': 'a value of type {type}',

  'limit.boot-time':
    'Loading your code took longer than {bound} s. Look for a loop that runs while the file is being loaded, outside any function.',
  'limit.call-time':
    'A call of your code took longer than {bound} s and was stopped. Look for a loop that never ends, or for a promise that is never resolved.',
  'limit.total-time':
    'Your submission had used up its {bound} s of time, so this check was stopped. Look for the slowest task first.',
  'limit.memory':
    'Your code needed more than {bound} MB of memory. Look for arrays or tensors that grow in a loop.',
  'limit.output': 'Your code printed more than {bound} MB. Remove the prints inside loops.',
  'limit.reply-size':
    'Your code returned more than {bound} MB. Compare the size of your result with the size asked for.',
  'limit.calls': 'Your code was called more than {bound} times, which is all that a check may use.',
  'limit.starts':
    'Your code had already been stopped and started again {bound} times in this task, so this check was not run. Mend the checks above first.',

  'withheld.after-due': 'Shown after the due date.',
  'withheld.never': 'Decided by your instructor.',
  elsewhere: 'Decided by the grader when you push.',

  'next.check': {
    one: '{check} of {task}, {count} point.',
    other: '{check} of {task}, {count} points.',
  },
  'next.check.elsewhere': {
    one: '{check} of {task}, {count} point here and {more} more when you push.',
    other: '{check} of {task}, {count} points here and {more} more when you push.',
  },
  'next.mend': {
    one: 'mend {file}: {count} point of {task} depends on it.',
    other: 'mend {file}: {count} points of {task} depend on it.',
  },
  'next.start': {
    one: 'start {task} in {file}, {count} point.',
    other: 'start {task} in {file}, {count} points.',
  },
  'next.start.elsewhere': {
    one: 'start {task} in {file}, {count} point here and {more} more when you push.',
    other: 'start {task} in {file}, {count} points here and {more} more when you push.',
  },
  'next.push': {
    one: 'every check here passes. Push, and the other {count} point is decided too.',
    other: 'every check here passes. Push, and the other {count} points are decided too.',
  },
  'next.shown': 'nothing for now: every check that is shown passes.',
  'next.fault': 'nothing for now: the grader runs the unfinished checks again.',
  'next.done': 'nothing is left to do. Every check passes: well done!',

  'summary.failing': {
    one: '{count} check to mend',
    other: '{count} checks to mend',
  },
  'more.passed': {
    one: '{count} passed check is left out to keep this comment short.',
    other: '{count} passed checks are left out to keep this comment short.',
  },
  'more.failed': {
    one: '{count} more check to mend is left out to keep this comment short.',
    other: '{count} more checks to mend are left out to keep this comment short.',
  },

  'change.more': {
    one: '+{count} point since the last push',
    other: '+{count} points since the last push',
  },
  'change.less': {
    one: '-{count} point since the last push',
    other: '-{count} points since the last push',
  },
  'change.same': 'as many as at the last push',
  'pull.due': 'Due {when}.',
  'pull.due.extended': 'Due {when}, with your extension.',
  'pull.pushed.activity': 'Pushed {when}.',
  'pull.pushed.first-seen': 'Pushed before {when}, when the grader first saw it.',
  'pull.pushed.opened': 'Pushed about {when}, when the pull request was opened.',
  'counts.this': '{points} / {max}, of this push.',
  'counts.this.best': '{points} / {max}, of this push: it is your best.',
  'counts.other': '{points} / {max}, of your best push, {commit}; this one has {here}.',
  'counts.best':
    '{points} / {max}, of your best push, {commit}, which is graded here; your last one, {head}, had {here}.',
  'counts.earlier':
    '{points} / {max}, of commit {commit}, which is graded here. Your last push, {head}, came too late.',
  'counts.before': '{points} / {max}, of commit {commit}, which was graded before.',
  'counts.nothing': 'nothing: this came after the last day. You see all the same how it does.',
  'counts.penalty': {
    one: 'That is {points}, less {percent} % for {count} day late.',
    other: 'That is {points}, less {percent} % for {count} days late.',
  },
  'pull.unknown':
    'It could not be found out when this was pushed, so that it is not taken as late.',
  'pull.conflict':
    'This branch has conflicts with {branch}. That costs no points; to solve them, merge {branch} into your branch.',
  'refused.headline': 'Not graded yet',
  'refused.lead': 'Your submission cannot be graded as it is. No points are lost.',
  'refused.next': 'mend what is said below, and push again.',
  'refused.utf8': '{file} has a name that is not UTF-8.',
  'refused.invisible': '{file} has an invisible character in its name.',
  'refused.odd': '{file} has a name that some systems refuse.',
  'refused.space': '{file} has a name that begins or ends with a space.',
  'refused.long': '{file} has a path of {is} characters; {most} are allowed.',
  'refused.deep': '{file} lies {is} folders deep; {most} are allowed.',
  'refused.large': '{file} is {is} MB large; {most} MB are allowed.',
  'refused.alike': '{file} differs from {other} by case or accents only.',
  'refused.files': 'It has {is} files; {most} are allowed.',
  'refused.heavy': 'Its files are {is} MB in all; {most} MB are allowed.',
  'refused.none': 'It holds none of the files of the lab {lab}.',
  'refused.next.rename': 'Rename it with letters, digits, hyphens and dots.',
  'refused.next.shorter': 'Give it a shorter name.',
  'refused.next.up': 'Move it up.',
  'refused.next.smaller': 'Take it out of the repository, or make it smaller.',
  'refused.next.one': 'Keep one of the two, or rename it.',
  'refused.next.only': 'Keep there only what the lab needs.',
  'refused.next.link': '{file} is a symbolic link: put the file itself there.',
  'refused.next.move': 'Move them from {folder} to the top or to {src}.',
  'refused.next.hold': 'It or its {src} should hold {files}.',
  'refused.more': { one: 'And {count} more.', other: 'And {count} more.' },
  'mark.fault':
    'A fault of the grader, not of your code. No points are lost; it will be graded again.',
  'mark.fault.title': 'to be graded again',
  'mark.more': {
    one: '{count} more place is in the comment on the pull request.',
    other: '{count} more places are in the comment on the pull request.',
  },
  'mark.comment': 'The whole report is in the comment on the pull request.',

  'summary.title': 'Reports',
  'summary.none': 'has no result',
  'summary.refused': 'refused: {why}',
  'summary.again': 'could not be reported; run this again: {why}',
  'summary.stale': 'was pushed to while it was graded; {head} comes with the next plan',
  'summary.closed': 'is no longer open',
  'summary.fault': 'has a fault of ours: to be graded again (mark {mark})',
  'summary.written.created': 'created',
  'summary.written.edited': 'edited',
  'summary.written.unchanged': 'unchanged',
  'summary.written.none': 'none',
  'summary.reported': 'reported: comment {comment}, mark {mark}',

  'label.report': 'Report',
  'label.overview': 'Overview',
  'label.next': 'Next',
  'label.counts': 'Counts',
  'label.hint': 'Hint',
  'label.cause': 'Most likely',
  'label.where': 'Where',
  'label.task': 'Task',
  'label.points': 'Points',
  'label.result': 'Result',
  'label.time': 'Time',
  'label.passed': 'Passed',
  'label.curve': 'Training',
  'label.chart': 'training curve',
  'label.measured': 'Measured',
  'label.checks': 'Checks',
  'label.details': 'About this grading',
  'label.seconds': '{seconds} s',

  'about.submission': 'Submission',
  'about.commit': 'Commit',
  'about.dataset': 'Data set',
  'about.backbone': 'Pretrained network',
  'about.backend': 'Backend',
  'about.sandbox': 'Sandbox',
  'about.no-sandbox': 'none: plain import',
  'about.rung': 'rung {rung}',
  'about.split': 'Hidden inputs',
  'split.feedback': 'for feedback',
  'split.feedback.due': 'for feedback; the final mark is given after your due time, with others',
  'split.final': 'of the final mark',
  'about.attempt': 'Attempt',
  'about.grader': 'Grader',
  'about.graded': 'Graded',
  'about.duration': 'Duration',

  'class.graded': { one: '{count} graded', other: '{count} graded' },
  'class.reused': {
    one: '{count} of them before and unchanged since (--regrade grades it again)',
    other: '{count} of them before and unchanged since (--regrade grades them again)',
  },
  'class.failed': { one: '{count} not graded, see above', other: '{count} not graded, see above' },
  'class.fault': 'a fault of the grader: grade again',

  'check.endless':
    '{check} of {task} has been in one call for {seconds} s. Look for a loop that never ends, then check again; the other checks were not run to their end.',

  'demo.commit': 'A repository with a half-done submission was made; grading its commit {commit}.',
  'demo.public-only':
    'Hidden checks are never run without a sandbox. These are the public ones, on code made here:',
} as const
