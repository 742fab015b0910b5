#compdef slipway
# Completion of slipway for zsh. Made by "slipway completion zsh".
_slipway() {
  local -a lines done_words done_shown open_words open_shown parts
  local line shown
  lines=("${(@f)$("${words[1]}" __complete zsh "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
  case "${lines[1]}" in
    files) _files; return ;;
    folders) _files -/; return ;;
    words) ;;
    *) return 1 ;;
  esac
  for line in "${(@)lines[2,-1]}"; do
    parts=("${(@ps:\t:)line}")
    shown="${parts[2]}"
    if [[ -n "${parts[3]}" ]]; then shown="${parts[2]}  -- ${parts[3]}"; fi
    if [[ "${parts[1]}" == open ]]; then
      open_words+=("${parts[2]}"); open_shown+=("$shown")
    else
      done_words+=("${parts[2]}"); done_shown+=("$shown")
    fi
  done
  local added=1
  if (( ${#done_words} )); then compadd -l -d done_shown -a -- done_words && added=0; fi
  if (( ${#open_words} )); then compadd -l -S '' -d open_shown -a -- open_words && added=0; fi
  return $added
}
if (( ! $+functions[compdef] )); then
  autoload -Uz compinit && compinit
fi
if [[ "${funcstack[1]}" == _slipway ]]; then _slipway "$@"; else compdef _slipway slipway; fi
