# Completions of studio for bash. Made by studio; do not edit.

_studio() {
  local cur="${COMP_WORDS[COMP_CWORD]}" prev="" path='studio' word IFS=$'\n'
  COMPREPLY=()
  if ((COMP_CWORD > 0)); then prev="${COMP_WORDS[COMP_CWORD-1]}"; fi
  # Bash divides '--name=value' into three words.
  if [[ $cur == = ]]; then
    cur=""
  elif [[ $prev == = ]] && ((COMP_CWORD > 1)); then
    prev="${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word == -- ]]; then prev="--"; fi
    case "$path $word" in
      "studio paint" | "studio gallery" | "studio gallery list" | "studio gallery show") path="$path $word" ;;
    esac
  done
  case "$path $prev" in
    "studio paint --shade" | "studio paint -s") COMPREPLY=($(compgen -W $'light\nmedium\ndark' -- "$cur")); return ;;
    "studio paint --colors" | "studio paint -c") return ;;
    "studio paint --layer") word=""; if [[ $cur == *,* ]]; then word="${cur%,*},"; fi; COMPREPLY=($(compgen -P "$word" -W $'light\nmedium\ndark' -- "${cur##*,}")); return ;;
    "studio paint --size") return ;;
    "studio paint --coats") return ;;
    "studio paint --limit") return ;;
    "studio paint --output" | "studio paint -o") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    "studio gallery show --key") return ;;
  esac
  case "$path" in
    "studio")
      if [[ $cur == -* && $prev != -- ]]; then
        COMPREPLY=($(compgen -W $'--help\n--version' -- "$cur"))
      else
        COMPREPLY=($(compgen -W $'paint\ngallery\nhelp' -- "$cur"))
      fi
      ;;
    "studio paint")
      if [[ $cur == -* && $prev != -- ]]; then
        COMPREPLY=($(compgen -W $'--shade\n--colors\n--layer\n--size\n--coats\n--limit\n--output\n--quiet\n--verbose\n--help' -- "$cur"))
      else
        compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -X '!*.png' -- "$cur"; compgen -f -X '!*.svg' -- "$cur"; compgen -d -- "$cur"))
      fi
      ;;
    "studio gallery")
      if [[ $cur == -* && $prev != -- ]]; then
        COMPREPLY=($(compgen -W $'--help' -- "$cur"))
      else
        COMPREPLY=($(compgen -W $'list\nshow\nhelp' -- "$cur"))
      fi
      ;;
    "studio gallery list")
      if [[ $cur == -* && $prev != -- ]]; then
        COMPREPLY=($(compgen -W $'--help' -- "$cur"))
      fi
      ;;
    "studio gallery show")
      if [[ $cur == -* && $prev != -- ]]; then
        COMPREPLY=($(compgen -W $'--key\n--help' -- "$cur"))
      fi
      ;;
  esac
}

complete -F _studio studio
