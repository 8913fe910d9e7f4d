#compdef studio
# Completions of studio for zsh. Made by studio; do not edit.

_studio() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
    'paint:Paint pictures.'
    'gallery:Look at pictures.'
    'help:Print the help of a command.'
  )
  _arguments -C -S : \
    '(- *)'{-h,--help}'[Print this help.]' \
    '(-V --version)'{-V,--version}'[Print the version.]' \
    '1: :->command' \
    '*:: :->argument'
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $words[1] in
        paint) _studio_paint ;;
        gallery) _studio_gallery ;;
        help) _describe -t commands command commands ;;
      esac
      ;;
  esac
}

_studio_paint() {
  _arguments -s -S : \
    '(-s --shade)'{-s+,--shade=}'[How dark to paint.]:SHADE:(light medium dark)' \
    '*'{-c+,--colors=}'[Colours to use in turn.]:LIST: ' \
    '*--layer=[Paint a layer.]:SHADE:_sequence -s , compadd - light medium dark' \
    '--size=[Size of the picture.]:SIZE: ' \
    '--coats=[How often to paint.]:N: ' \
    '--limit=[Stop after N pictures.]:N: ' \
    '(-o --output)'{-o+,--output=}'[Write there.]:FILE:_files' \
    '(-q --quiet)'{-q,--quiet}'[Say nothing.]' \
    '(-v --verbose)'{-v,--verbose}'[Say what is done, picture by picture and coat by coat, with the time that each of them took to dry.]' \
    '(- *)'{-h,--help}'[Print this help.]' \
    '*:FILE:_files -g "*.(png|svg)(-.)"'
}

_studio_gallery() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
    'list:List them.'
    'show:Show one.'
    'help:Print the help of a command.'
  )
  _arguments -C -S : \
    '(- *)'{-h,--help}'[Print this help.]' \
    '1: :->command' \
    '*:: :->argument'
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $words[1] in
        list) _studio_gallery_list ;;
        show) _studio_gallery_show ;;
        help) _describe -t commands command commands ;;
      esac
      ;;
  esac
}

_studio_gallery_list() {
  _arguments -s -S : \
    '(- *)'{-h,--help}'[Print this help.]'
}

_studio_gallery_show() {
  _arguments -s -S : \
    '--key=[It does not open without.]:KEY: ' \
    '(- *)'{-h,--help}'[Print this help.]' \
    '1:NAME: ' \
    '2::PART:(light medium dark)'
}

if [[ ${funcstack[1]} == _studio ]]; then
  _studio "$@"
else
  compdef _studio studio
fi
