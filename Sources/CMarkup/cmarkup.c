#define _GNU_SOURCE
#include "cmarkup.h"

#include <errno.h>
#include <iconv.h>
#include <limits.h>
// libxml2's headers are found through the target CLibXML.
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>
#include <sys/fsuid.h>

// More attributes than this on one element are dropped: pages that carry them are attacks, not texts.
#define MAX_ATTRIBUTES 64

static void report_start(const xmlNode *node, const cmarkup_events *events, void *context) {
    const char *list[2 * MAX_ATTRIBUTES + 1];
    xmlChar *owned[MAX_ATTRIBUTES];
    size_t used = 0;
    for (const xmlAttr *attribute = node->properties; attribute != NULL && used < MAX_ATTRIBUTES;
         attribute = attribute->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
        owned[used] = value;
        list[2 * used] = (const char *)attribute->name;
        list[2 * used + 1] = value == NULL ? "" : (const char *)value;
        used++;
    }
    list[2 * used] = NULL;
    events->start(context, (const char *)node->name, list);
    for (size_t index = 0; index < used; index++) xmlFree(owned[index]);
}

int cmarkup_read_html(const uint8_t *bytes, size_t count, const cmarkup_events *events, void *context) {
    if (count > INT_MAX) return -1;
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                        | HTML_PARSE_COMPACT;
    htmlParserCtxt *parser = htmlNewParserCtxt();
    if (parser == NULL) return -1;
    xmlDoc *document = htmlCtxtReadMemory(parser, (const char *)bytes, (int)count, NULL, "UTF-8", options);
    // Set where the parser stopped before the end, which it does at its limit of depth.
    const int halted = parser->disableSAX;
    htmlFreeParserCtxt(parser);
    if (document == NULL) return -1;
    if (halted) {
        xmlFreeDoc(document);
        return 1;
    }
    // Walked without recursion: the depth of a page is the page's choice.
    const xmlNode *node = document->children;
    while (node != NULL) {
        if (node->type == XML_ELEMENT_NODE) {
            report_start(node, events, context);
            if (node->children != NULL) {
                node = node->children;
                continue;
            }
            events->end(context, (const char *)node->name);
        } else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL) {
            events->text(context, (const char *)node->content, strlen((const char *)node->content));
        }
        while (node != NULL && node->next == NULL) {
            node = node->parent;
            if (node == NULL || node->type != XML_ELEMENT_NODE) {
                node = NULL;
                break;
            }
            events->end(context, (const char *)node->name);
        }
        if (node != NULL) node = node->next;
    }
    xmlFreeDoc(document);
    return 0;
}

int cmarkup_decode(
    const char *encoding, const uint8_t *bytes, size_t count, uint8_t **result, size_t *result_count, size_t *bad) {
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1) return 1;
    size_t capacity = count + count / 2 + 64;
    char *out = malloc(capacity);
    char *in = (char *)bytes;
    size_t left = count;
    size_t used = 0;
    int status = out == NULL ? 3 : 0;
    while (status == 0) {
        char *next = out + used;
        size_t room = capacity - used;
        size_t done = left > 0 ? iconv(converter, &in, &left, &next, &room) : iconv(converter, NULL, NULL, &next, &room);
        int error = errno;
        int was_flush = left == 0 && done != (size_t)-1;
        used = (size_t)(next - out);
        if (done != (size_t)-1) {
            if (was_flush) break;
            continue;
        }
        if (error == E2BIG) {
            char *larger = realloc(out, capacity * 2);
            if (larger == NULL) {
                status = 3;
            } else {
                out = larger;
                capacity *= 2;
            }
        } else {
            *bad = count - left;
            status = 2;
        }
    }
    iconv_close(converter);
    if (status != 0) {
        free(out);
        return status;
    }
    *result = (uint8_t *)out;
    *result_count = used;
    return 0;
}

void cmarkup_free(uint8_t *bytes) { free(bytes); }

int cmarkup_set_file_user(unsigned user) { return setfsuid(user); }
