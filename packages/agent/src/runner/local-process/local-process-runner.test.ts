import { describeRunner } from '../runner-contract.ts'
import { createLocalProcessRunner } from './local-process-runner.ts'

describeRunner('local-process', createLocalProcessRunner)
