/** Loaded when the first config file is managed: the parsers of three formats would make every start of a program slower. */
export { checkConfigFilePath, parseConfigFile, patchConfigFile } from '@slipway/core'
