/** The entry point for programs that need to know the login, and nothing else of the SDK: a tenth of the loading time. */
export type { LocatedLogin, LoginSource } from './login/find-login.ts'
export { findLogin, listNetrcMachines, locateLogin } from './login/find-login.ts'
export type { Login } from './login/login-file.ts'
export { findLocalLoginFile, LOCAL_LOGIN_FILE, loginFilePath, readLogin } from './login/login-file.ts'
