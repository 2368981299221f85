#ifndef TESTS_DOMAIN_POLICY_SHAPE_H
#define TESTS_DOMAIN_POLICY_SHAPE_H

/* A document with the defects of real ones: headings that drift, clauses that are plain
 * lines, sentences that a page has broken, letters set apart, a kanji doubled. */

static const char shape[] = "<!-- 取込みの控え\n二行目 -->\n"
			    "○○市  \n"
			    "情報の方針\n"
			    "\n"
			    "## 1. 目的\n"
			    "\n"
			    "この方針は、目的を定める。\n"
			    "\n"
			    "### 2. 危険\n"
			    "\n"
			    "次の危険に備える。\n"
			    "\n"
			    "- (1) 盗難による漏えい等\n"
			    "- (2) 地震、火災等\n"
			    "\n"
			    "## 3. 対策\n"
			    "\n"
			    "#### (1) 体制\n"
			    "\n"
			    "全庁の体制を\n"
			    "\n"
			    "作る。\n"
			    "\n"
			    "（２） 区分\n"
			    "\n"
			    "二段で行う。\n"
			    "\n"
			    "- ①L G W A Nにつなぐ。\n"
			    "- ② 点検的的に見る。\n"
			    "\n"
			    "前の段落。\n"
			    "\n"
			    "次の段落は、\n"
			    "二行に分かれる。\n";

#endif
