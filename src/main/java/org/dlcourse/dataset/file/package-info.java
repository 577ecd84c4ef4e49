/** Files and folders as people really have them: names, archives, text, tables. */
package org.dlcourse.dataset.file;
