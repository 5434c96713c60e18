/* The least that reading a case takes: every event of libyaml, and nothing done with it. */
#include <stdio.h>
#include <yaml.h>

static int read_file(const char *name) {
    yaml_parser_t parser;
    yaml_event_t event;
    int done = 0;
    FILE *file = fopen(name, "rb");
    if (file == NULL || !yaml_parser_initialize(&parser)) return 2;
    yaml_parser_set_input_file(&parser, file);
    while (!done) {
        if (!yaml_parser_parse(&parser, &event)) return 1;
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return fclose(file) != 0;
}

int main(int count, char **arguments) {
    int failed = count < 2 ? 2 : 0;
    for (int n = 1; n < count && !failed; n++) failed = read_file(arguments[n]);
    return failed;
}
