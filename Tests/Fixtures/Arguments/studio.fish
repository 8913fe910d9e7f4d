# Completions of studio for fish. Made by studio; do not edit.

# The commands on the line before the cursor.
function __studio_path
    set -l path 'studio'
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        switch "$path $word"
            case 'studio paint' 'studio gallery' 'studio gallery list' 'studio gallery show'
                set path "$path $word"
        end
    end
    echo $path
end

complete -c studio -f
complete -c studio -n 'test (__studio_path) = "studio"' -a 'paint' -d 'Paint pictures.'
complete -c studio -n 'test (__studio_path) = "studio"' -a 'gallery' -d 'Look at pictures.'
complete -c studio -n 'test (__studio_path) = "studio"' -a 'help' -d 'Print the help of a command.'
complete -c studio -n 'test (__studio_path) = "studio"' -l help -s h -d 'Print this help.'
complete -c studio -n 'test (__studio_path) = "studio"' -l version -s V -d 'Print the version.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l shade -s s -x -a '\'light\' \'medium\' \'dark\'' -d 'How dark to paint.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l colors -s c -x -d 'Colours to use in turn.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l layer -x -a '(__fish_append \',\' \'light\' \'medium\' \'dark\')' -d 'Paint a layer.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l size -x -d 'Size of the picture.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l coats -x -d 'How often to paint.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l limit -x -d 'Stop after N pictures.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l output -s o -r -F -d 'Write there.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l quiet -s q -d 'Say nothing.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l verbose -s v -d 'Say what is done, picture by picture and coat by coat, with the time that each of them took to dry.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -l help -s h -d 'Print this help.'
complete -c studio -n 'test (__studio_path) = "studio paint"' -a '(__fish_complete_suffix .png) (__fish_complete_suffix .svg)'
complete -c studio -n 'test (__studio_path) = "studio gallery"' -a 'list' -d 'List them.'
complete -c studio -n 'test (__studio_path) = "studio gallery"' -a 'show' -d 'Show one.'
complete -c studio -n 'test (__studio_path) = "studio gallery"' -a 'help' -d 'Print the help of a command.'
complete -c studio -n 'test (__studio_path) = "studio gallery"' -l help -s h -d 'Print this help.'
complete -c studio -n 'test (__studio_path) = "studio gallery list"' -l help -s h -d 'Print this help.'
complete -c studio -n 'test (__studio_path) = "studio gallery show"' -l key -x -d 'It does not open without.'
complete -c studio -n 'test (__studio_path) = "studio gallery show"' -l help -s h -d 'Print this help.'
complete -c studio -n 'test (__studio_path) = "studio gallery show"' -a '\'light\' \'medium\' \'dark\''
