/** PDF files from XHTML: tagged, with bookmarks, all fonts embedded, and nothing fetched from anywhere. */
package org.dlcourse.pdf;
