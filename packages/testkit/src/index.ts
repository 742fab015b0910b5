export type { FixtureService } from './fixture-service/start-fixture-service.ts'
export { startFixtureService } from './fixture-service/start-fixture-service.ts'
export { findFreePort } from './free-port.ts'
export type { GraphqlTestAnswer } from './graphql-request.ts'
export { requestGraphql } from './graphql-request.ts'
export type { GraphqlTarget, JobFixture } from './job-fixture.ts'
export { createTestJob } from './job-fixture.ts'
export type { TestPostgres } from './postgres.ts'
export { findPostgresPrograms, startTestPostgres } from './postgres.ts'
export type { TestDatabases } from './test-database.ts'
export { describeOnEachDatabase } from './test-database.ts'
export type { TestClient, TestPythons } from './test-python.ts'
export {
  describeWithEachClient,
  describeWithEachRelease,
  describeWithEnvironment,
  describeWithNewestClient,
  describeWithOlderReleases,
  findTestPythons,
} from './test-python.ts'
export type { TestServer } from './test-server.ts'
export { startTestServer } from './test-server.ts'
export type { AccessibilityFinding } from './accessibility.ts'
export { findAccessibilityProblems } from './accessibility.ts'
export type { PageOptions, TestBrowser, TestPage } from './browser.ts'
export { findChromium, startTestBrowser } from './browser.ts'
export type { TestCertificate } from './test-certificate.ts'
export { makeTestCertificate } from './test-certificate.ts'
