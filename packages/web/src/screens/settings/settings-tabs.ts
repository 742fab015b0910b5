/** The parts of the settings. */
export const settingsTabs = ['profile', 'keys', 'teams', 'secrets', 'users', 'server'] as const

export type SettingsTab = (typeof settingsTabs)[number]
