export { total } from '{{solution}}'
