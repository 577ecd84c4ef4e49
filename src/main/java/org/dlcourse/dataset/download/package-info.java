/** Data sets that anybody may download: from several mirrors, resumed, verified, and in place whole or not at all. */
package org.dlcourse.dataset.download;
