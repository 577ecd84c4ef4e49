/** A homework of four requirements: what a course of one's own looks like. */
package org.example.shapes;
