/** Tests of questions asked by words. */
package org.lodegraph.ask;
