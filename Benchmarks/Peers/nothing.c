/* The least that a process can cost: what the start of any program is measured against. */
int main(void) { return 0; }
