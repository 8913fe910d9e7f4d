/// The hook that `figlint init --git-hook` installs.
enum GitHook {
  /// By this line a hook of ours is known.
  static let signature = "# Written by 'figlint init --git-hook'"

  /// A script for any POSIX shell.
  ///
  /// It gives figlint what is staged, blob by blob, with the name that it has, so that findings and configuration are those of the file.
  /// Names are divided by NUL and never parsed. `--filters` gives the text as a checkout would, also of files in LFS.
  static let text = """
    #!/bin/sh
    # Checks the figures of a commit as they are staged, not as they are in the work tree.
    \(signature); 'git commit --no-verify' goes without.
    FIGLINT=${FIGLINT:-figlint}
    export FIGLINT
    if ! command -v "$FIGLINT" >/dev/null 2>&1; then
      echo "error: figlint is not in PATH, so that what is staged cannot be checked" >&2
      echo "  help: install it, or name it: FIGLINT=/path/to/figlint git commit" >&2
      exit 1
    fi
    git diff --cached --name-only --diff-filter=ACMRT -z -- \\
      '*.json' '*.ipynb' '*.html' |
      xargs -0 sh -c '
        code=0
        for path do
          git cat-file --filters ":0:$path" |
            "$FIGLINT" check --quiet --if-figure --force-exclude --stdin-filename="$path" - || code=1
        done
        exit $code' figlint

    """
}
