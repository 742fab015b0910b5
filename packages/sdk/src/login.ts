/** The entry point for programs that need to know the login, and nothing else of the SDK: a tenth of the loading time. */
export { findLogin } from './login/find-login.ts'
export type { Login } from './login/login-file.ts'
export { LOCAL_LOGIN_FILE, loginFilePath, readLogin } from './login/login-file.ts'
