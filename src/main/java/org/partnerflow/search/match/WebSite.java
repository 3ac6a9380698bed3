package org.partnerflow.search.match;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Where an organisation is found on the web: its host, or its page on a host that many share. */
public final class WebSite {
    private static final Pattern PARTS =
            Pattern.compile("(?:[a-z]+://)?(?:[^/@?#]*@)?([^/:?#\\s]+)(?::\\d+)?([^?#\\s]*)(\\?[^#\\s]*)?.*");
    private static final Pattern MOBILE = Pattern.compile("^(?:www\\d?|m|mobile|touch|web|[a-z]{2}-[a-z]{2})\\.");

    /** Hosts on which each organisation has a path. */
    private static final Set<String> SHARED = Set.of(
            "facebook.com",
            "fb.com",
            "fb.me",
            "linkedin.com",
            "instagram.com",
            "x.com",
            "twitter.com",
            "youtube.com",
            "youtu.be",
            "tiktok.com",
            "pinterest.com",
            "sites.google.com",
            "google.com",
            "maps.google.com",
            "goo.gl",
            "g.page",
            "docs.google.com",
            "linktr.ee",
            "linktree.com",
            "yelp.com",
            "about.me",
            "medium.com",
            "github.com",
            "xing.com",
            "vk.com",
            "t.me",
            "wa.me",
            "bit.ly",
            "yellowpages.com",
            "crunchbase.com",
            "wikipedia.org",
            "en.wikipedia.org",
            "tripadvisor.com",
            "etsy.com",
            "ebay.com",
            "amazon.com",
            "eventbrite.com",
            "meetup.com");

    /** Hosts below which each organisation has a name; the bare host says nothing. */
    private static final Set<String> OF_MANY = Set.of(
            "wixsite.com",
            "wix.com",
            "blogspot.com",
            "wordpress.com",
            "weebly.com",
            "squarespace.com",
            "business.site",
            "myshopify.com",
            "webflow.io",
            "netlify.app",
            "github.io",
            "tumblr.com",
            "jimdo.com",
            "jimdofree.com",
            "jimdosite.com",
            "godaddysites.com",
            "strikingly.com",
            "webnode.com",
            "site123.me",
            "ueniweb.com",
            "square.site",
            "carrd.co",
            "mystrikingly.com",
            "yolasite.com",
            "herokuapp.com",
            "azurewebsites.net",
            "web.app",
            "firebaseapp.com",
            "vercel.app",
            "pages.dev",
            "substack.com",
            "cloudfront.net",
            "000webhostapp.com");

    private WebSite() {}

    /** What only one organisation has, if the address is of that kind. */
    public static Optional<String> key(@Nullable String address) {
        var parts = PARTS.matcher(address == null ? "" : address.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var host = parts.group(1).replaceAll("\\.+$", "");
        while (MOBILE.matcher(host).find() && host.indexOf('.') != host.lastIndexOf('.')) {
            host = MOBILE.matcher(host).replaceFirst("");
        }
        if (!host.contains(".")) {
            return Optional.empty();
        }
        if (SHARED.contains(host) || SHARED.contains(parentOf(host))) {
            var shared = SHARED.contains(host) ? host : parentOf(host);
            var page = parts.group(2).replaceAll("/+", "/").replaceAll("/$", "");
            var query = page.endsWith(".php") && parts.group(3) != null ? parts.group(3) : "";
            return page.length() < 2 ? Optional.empty() : Optional.of(shared + page + query);
        }
        return OF_MANY.contains(host) ? Optional.empty() : Optional.of(host);
    }

    private static String parentOf(String host) {
        return host.substring(host.indexOf('.') + 1);
    }
}
