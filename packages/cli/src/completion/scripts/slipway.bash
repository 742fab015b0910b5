# Completion of slipway for bash. Made by "slipway completion bash".
#
# Readline splits words at ":" and "=" (COMP_WORDBREAKS) and replaces only the last piece. So pieces that touch each other
# in the line are put together for the question, and what stands before the last piece is cut off from the answers.
_slipway() {
  local rest="${COMP_LINE:0:COMP_POINT}" before='' words=() last=-1
  local index piece trimmed reply line
  COMPREPLY=()
  for ((index = 0; index <= COMP_CWORD; index++)); do
    piece="${COMP_WORDS[index]}"
    trimmed="${rest#"${rest%%[![:space:]]*}"}"
    # The line may go on behind the cursor.
    if ((index == COMP_CWORD)); then piece="$trimmed"; fi
    if ((index > 0)) && [[ -n "$rest" && "$trimmed" == "$rest" ]]; then
      before="${words[last]}"
      words[last]+="$piece"
    else
      before=''
      words[++last]="$piece"
    fi
    rest="${trimmed#"$piece"}"
  done
  if [[ "$piece" =~ ^[:=]+$ ]]; then before="${words[last]}"; fi
  reply="$("$1" __complete bash "${words[@]:1}" 2>/dev/null)" || return 0
  case "${reply%%$'\n'*}" in
    files) compopt +o nospace -o default 2>/dev/null ;;
    folders) compopt +o nospace -o dirnames 2>/dev/null ;;
    words)
      [[ "$reply" == *$'\n'* ]] || return 0
      while IFS= read -r line; do COMPREPLY+=("${line#"$before"}"); done <<< "${reply#*$'\n'}"
      ;;
  esac
}
complete -o nospace -F _slipway slipway
