package org.dlcourse.sandbox;

/**
 * Folders as a worker sees them.
 *
 * @param program its own files
 * @param submission what was handed in
 * @param temporary what it can write to
 */
record Places(String program, String submission, String temporary) {}
