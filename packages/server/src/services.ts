import type { AccountService } from './account/account-service.ts'
import type { ProjectService } from './project/project-service.ts'

/** The services of all domains, made once when the server starts. Domains reach each other only through these. */
export interface Services {
  readonly account: AccountService
  readonly project: ProjectService
}
