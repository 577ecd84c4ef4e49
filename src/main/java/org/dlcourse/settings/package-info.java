/** What a user can set: scale, folders, seed, repeats and workers. */
package org.dlcourse.settings;
