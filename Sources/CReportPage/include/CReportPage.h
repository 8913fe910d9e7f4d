#pragma once

/// The parts of the page that `figlint check --format html` makes, for as long as the process lives: the files beside page.c.
const unsigned char *figlint_page_style(void);
unsigned long figlint_page_style_count(void);
const unsigned char *figlint_page_body(void);
unsigned long figlint_page_body_count(void);
const unsigned char *figlint_page_script(void);
unsigned long figlint_page_script_count(void);
