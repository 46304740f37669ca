// Empty on purpose: this target only tells the build where libxml2's headers are (pkg-config libxml-2.0). CMarkup.c
// includes them; Swift must not see them, because they bring ICU's, which clash with Foundation's.
#pragma once
