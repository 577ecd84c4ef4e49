/** Code that nobody trusts: run in processes of its own that can do little, asked by frames, and judged from outside. */
package org.dlcourse.sandbox;
