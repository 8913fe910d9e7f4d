print("figlint")
