import {
  everyCheckHasATest,
  everyCheckIsTestedOnce,
  everyTestIsACheck,
  hiddenChecksHaveHints,
  specsCanBeRead,
} from './checks.ts'
import {
  exportNamesAreUnique,
  handoutsExist,
  labIdIsKebabCase,
  misconceptionFilesAreNamed,
  misconceptionsBelongToOneTask,
  misconceptionsHaveFiles,
  misconceptionsOverrideTheirTask,
  modulesParse,
  packagesAreListed,
  solutionsExportTheirTasks,
} from './files.ts'
import {
  checksAreMarkedOneWay,
  marksDiffer,
  thresholdsAreComplete,
  tolerancesHaveOneBound,
  tolerancesHaveReasons,
} from './marking.ts'
import {
  labelsAreLiterals,
  labelsHavePhrases,
  phrasesAreLabels,
  phrasesAreUnique,
  phrasesKeepTheirNames,
} from './phrases.ts'
import { labPointsAddUpTo100, taskPointsAreTheSumOfItsChecks } from './points.ts'
import type { Rule } from './rule.ts'

/** What holds between the parts of a lab, beyond the schema of lab.yaml. */
export const RULES: readonly Rule[] = [
  labIdIsKebabCase,
  handoutsExist,
  taskPointsAreTheSumOfItsChecks,
  labPointsAddUpTo100,
  specsCanBeRead,
  everyCheckHasATest,
  everyTestIsACheck,
  everyCheckIsTestedOnce,
  hiddenChecksHaveHints,
  tolerancesHaveOneBound,
  tolerancesHaveReasons,
  thresholdsAreComplete,
  checksAreMarkedOneWay,
  marksDiffer,
  exportNamesAreUnique,
  modulesParse,
  packagesAreListed,
  solutionsExportTheirTasks,
  misconceptionsHaveFiles,
  misconceptionFilesAreNamed,
  misconceptionsBelongToOneTask,
  misconceptionsOverrideTheirTask,
  labelsAreLiterals,
  labelsHavePhrases,
  phrasesAreLabels,
  phrasesAreUnique,
  phrasesKeepTheirNames,
]
