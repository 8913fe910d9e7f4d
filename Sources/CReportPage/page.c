#include "CReportPage.h"

static const unsigned char style[] = {
#embed "page.css"
};

static const unsigned char body[] = {
#embed "page.html"
};

static const unsigned char script[] = {
#embed "page.js"
};

const unsigned char *figlint_page_style(void) { return style; }
unsigned long figlint_page_style_count(void) { return sizeof style; }
const unsigned char *figlint_page_body(void) { return body; }
unsigned long figlint_page_body_count(void) { return sizeof body; }
const unsigned char *figlint_page_script(void) { return script; }
unsigned long figlint_page_script_count(void) { return sizeof script; }
