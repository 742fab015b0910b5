/** What a secret input takes instead of the secret itself: `secret://NAME`. */
export const SECRET_REFERENCE = /^secret:\/\/[A-Za-z_][A-Za-z0-9_.-]*$/u
